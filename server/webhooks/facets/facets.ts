import { aroundItems } from './around-items.ts'
import { type EventRow, type Facet, said } from './facet.ts'
import { ofFolders } from './of-folders.ts'
import { ofJobs } from './of-jobs.ts'
import { ofTasks } from './of-tasks.ts'

const readers = { ...ofTasks, ...ofFolders, ...aroundItems, ...ofJobs }

/** What webhooks can report of an event: nothing, one thing or several. */
export const facetsOf = (event: EventRow): Facet[] => readers[event.type]?.(said(event)) ?? []
