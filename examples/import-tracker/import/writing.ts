import type { Api } from '../api/client.ts'
import type { FieldTitle } from '../plan/fields.ts'
import type { PlannedProject, PlannedTask } from '../plan/plan.ts'
import type { Changes } from './changes.ts'
import { asWrittenEntry, keyEntry, type Snapshot } from './snapshot.ts'
import type { Place } from './space.ts'

/** What each step of the import works with; new things join the snapshot. */
export interface Writing {
  api: Api
  place: Place
  snapshot: Snapshot
  changes: Changes
}

/** Parameters of a new project or task, all in one call: a thing without its key would be made again by the next run. */
export function newEntry(planned: PlannedProject | PlannedTask, { fieldIds }: Place): Record<string, unknown> {
  return {
    title: planned.title,
    description: planned.description,
    customFields: Object.entries(planned.fields).map(([title, value]) => ({
      id: fieldIds[title as FieldTitle],
      value,
    })),
    metadata: [
      { key: keyEntry, value: planned.key },
      ...(planned.asWritten === undefined ? [] : [{ key: asWrittenEntry, value: planned.asWritten }]),
    ],
  }
}
