import { aroundWork } from './around-work.ts'
import { history } from './history.ts'
import { people } from './people.ts'
import { settings } from './settings.ts'
import type { ExportTable } from './table.ts'
import { tasks } from './tasks.ts'
import { workItems } from './work-items.ts'

/** All tables of the export, by name. */
export const exportTables: readonly ExportTable[] = [
  ...people,
  ...settings,
  ...workItems,
  ...tasks,
  ...aroundWork,
  ...history,
].sort((one, other) => (one.id < other.id ? -1 : 1))
