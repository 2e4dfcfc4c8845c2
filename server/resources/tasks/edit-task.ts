import type { Caller } from '#access/caller.ts'
import { sql } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows, WritePermit } from '#events/rows.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import { applyMetadata, type MetadataEntries } from '../account/metadata.ts'
import { applyCustomFields, type CustomFieldEntries } from '../custom-fields/values.ts'
import { withFieldsOf } from '../custom-item-types/carry.ts'
import type { ItemTypeRow } from '../custom-item-types/queries.ts'
import { rescheduleSuccessors } from '../dependencies/reschedule-successors.ts'
import type { StatusGroup } from '../workflows/tables.ts'
import { readBilling } from './billing.ts'
import type { EffortColumn } from './effort.ts'
import { taskChanges } from './events.ts'
import { statusFromType } from './item-type.ts'
import { type FullTask, firstFolder, priorityKey } from './queries.ts'
import { readStatus } from './status.ts'
import { type DateChanges, datesAfter } from './working-days.ts'

/** What changes in a task's own row. */
export interface EditInput extends DateChanges {
  title?: string | undefined
  description?: string | undefined
  status?: StatusGroup | undefined
  customStatus?: number | undefined
  importance?: 'High' | 'Normal' | 'Low' | undefined
  priorityBefore?: number | undefined
  priorityAfter?: number | undefined
  metadata?: MetadataEntries | undefined
  customFields?: CustomFieldEntries | undefined
  itemType?: ItemTypeRow | undefined
  billingType?: 'Billable' | 'NonBillable' | undefined
  effort?: ((current: Record<string, unknown> | null) => EffortColumn | null) | undefined
}

/**
 * Writes the columns of a task that a request changes, and moves its successors out of the way of new dates.
 *
 * @returns an event for each kind of difference; nothing is written where the request names no column.
 */
export async function editTask(
  rows: Rows,
  inside: Caller,
  may: WritePermit<'task'>,
  before: FullTask,
  input: EditInput,
): Promise<EventRecord[]> {
  const hasPriority = input.priorityBefore !== undefined || input.priorityAfter !== undefined
  const changes = {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.description === undefined ? {} : { description: sanitizeHtml(input.description) }),
    ...(await readStatus(inside, input, before, () => firstFolder(rows, inside, before.task_id))),
    ...(await statusFromType(inside, input.itemType, input, before)),
    ...(input.importance === undefined ? {} : { importance: input.importance }),
    ...(input.work_schedule_id === undefined ? {} : { work_schedule_id: input.work_schedule_id }),
    ...(await datesAfter(rows, inside, before, input)),
    ...(hasPriority
      ? { priority: await priorityKey(inside, { before: input.priorityBefore, after: input.priorityAfter }) }
      : {}),
    ...(input.metadata ? { metadata: applyMetadata(inside, before.metadata, input.metadata) } : {}),
    ...(input.customFields || input.itemType
      ? {
          custom_fields: withFieldsOf(
            input.itemType,
            await applyCustomFields(inside, before.custom_fields, input.customFields),
          ),
        }
      : {}),
    ...(input.itemType ? { custom_item_type_id: input.itemType.custom_item_type_id } : {}),
    ...(input.billingType === undefined
      ? {}
      : { billing_type: readBilling(inside, input.billingType) as 'Billable' | 'NonBillable' }),
    ...(input.effort ? { effort_allocation: input.effort(before.effort_allocation) } : {}),
  }
  if (Object.keys(changes).length === 0) return []
  const [after] = (await rows.update(
    'task',
    may,
    { task_id: before.task_id },
    { ...changes, updated_at: sql`now()` as never, version: before.version + 1 },
  )) as [FullTask]
  const events = taskChanges(before, after)
  return events.some((event) => event.type === 'TaskDatesChanged')
    ? [...events, ...(await rescheduleSuccessors(rows, inside, [before.task_id]))]
    : events
}
