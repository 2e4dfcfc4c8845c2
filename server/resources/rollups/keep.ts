import type { Caller } from '#access/caller.ts'
import type { EventRecord } from '#events/change.ts'
import { writeFolderValue, writeProjectDays, writeTaskValue } from '../custom-fields/derived-queries.ts'
import { rollupsOn, rollupValues } from './queries.ts'

/** Writes what rollups are now to the items themselves: values of custom fields, and the days of projects. */
export async function keepRollups(inside: Caller, itemIds: readonly number[]): Promise<EventRecord[]> {
  const rows = await rollupsOn(inside, itemIds)
  const types = new Map(rows.map((row) => [row.item_id, row.item_type]))
  const events: EventRecord[] = []
  for (const { item_id, custom_field_id, system_field, value } of await rollupValues(inside, [...types.keys()])) {
    if (system_field === '' && types.get(item_id) === 'task')
      events.push(...(await writeTaskValue(inside, custom_field_id, value, [item_id])))
    else if (system_field === '') events.push(...(await writeFolderValue(inside, custom_field_id, value, [item_id])))
    else if (system_field === 'startDate' || system_field === 'dueDate') {
      const column = system_field === 'startDate' ? 'project_start' : 'project_end'
      events.push(...(await writeProjectDays(inside, column, value, item_id)))
    }
  }
  return events
}
