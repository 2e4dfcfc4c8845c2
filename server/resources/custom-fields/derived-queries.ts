import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { EventRecord } from '#events/change.ts'
import type { CustomFieldColumn } from '../account/tables.ts'

/**
 * Writes of values that follow from others (cascades, rollups): the right to them came with the change that they follow.
 * Only what differs is written; items in the recycle bin are left alone. Each gives an event for each item.
 */

interface Written {
  id: number
  before: CustomFieldColumn
  after: CustomFieldColumn
}

/** Gives tasks a value of a custom field; null takes it away. */
export const writeTaskValue = (
  inside: Caller,
  fieldId: number,
  value: string | null,
  taskIds: readonly number[],
): Promise<EventRecord[]> => writeValue(inside, 'task', fieldId, value, taskIds)

/** Gives folders and projects a value of a custom field; null takes it away. */
export const writeFolderValue = (
  inside: Caller,
  fieldId: number,
  value: string | null,
  folderIds: readonly number[],
): Promise<EventRecord[]> => writeValue(inside, 'folder', fieldId, value, folderIds)

async function writeValue(
  inside: Caller,
  on: 'task' | 'folder',
  fieldId: number,
  value: string | null,
  itemIds: readonly number[],
): Promise<EventRecord[]> {
  if (itemIds.length === 0) return []
  const [table, id, key] = [sql.ref(on), sql.ref(`${on}_id`), sql.lit(String(fieldId))]
  const { rows } = await sql<Written>`
    with old as (
      select ${id} as id, custom_fields from ${table}
      where account_id = ${inside.accountId} and ${id} = any(${itemIds}::bigint[]) and deleted_at is null
        and custom_fields ->> ${key} is distinct from ${value}::text
      order by ${id} for update
    )
    update ${table} i set updated_at = now(), version = version + 1,
      custom_fields = case when ${value}::text is null then i.custom_fields - ${key} else i.custom_fields || jsonb_build_object(${key}, ${value}::text) end
    from old where i.account_id = ${inside.accountId} and i.${id} = old.id
    returning old.id, old.custom_fields as before, i.custom_fields as after`.execute(connectionOf(inside))
  const type = on === 'task' ? 'TaskCustomFieldChanged' : 'FolderCustomFieldChanged'
  return rows.map((row) => ({
    type,
    entityType: on,
    entityId: row.id,
    before: { custom_fields: row.before },
    after: { custom_fields: row.after },
  }))
}

/** Gives tasks an importance or a billing type. */
export async function writeTaskColumn(
  inside: Caller,
  column: 'importance' | 'billing_type',
  value: string | null,
  taskIds: readonly number[],
): Promise<EventRecord[]> {
  if (taskIds.length === 0) return []
  const name = sql.ref(column)
  const { rows } = await sql<{ id: number; before: string | null }>`
    with old as (
      select task_id as id, ${name} as before from task
      where account_id = ${inside.accountId} and task_id = any(${taskIds}::bigint[]) and deleted_at is null
        and ${name} is distinct from ${value}::text
      order by task_id for update
    )
    update task i set updated_at = now(), version = version + 1, ${name} = ${value}::text
    from old where i.account_id = ${inside.accountId} and i.task_id = old.id
    returning old.id, old.before`.execute(connectionOf(inside))
  const type = column === 'importance' ? 'TaskImportanceChanged' : 'TaskBillingTypeChanged'
  return rows.map((row) => ({
    type,
    entityType: 'task',
    entityId: row.id,
    before: { [column]: row.before },
    after: { [column]: value },
  }))
}

/** Gives projects the days of a rollup; null takes one away. */
export async function writeProjectDays(
  inside: Caller,
  column: 'project_start' | 'project_end',
  value: string | null,
  folderId: number,
): Promise<EventRecord[]> {
  const name = sql.ref(column)
  const { rows } = await sql<{ before: string | null }>`
    with old as (
      select folder_id, ${name} as before from folder
      where account_id = ${inside.accountId} and folder_id = ${folderId} and deleted_at is null and is_project
        and ${name} is distinct from ${value}::date for update
    )
    update folder i set updated_at = now(), version = version + 1, ${name} = ${value}::date
    from old where i.account_id = ${inside.accountId} and i.folder_id = old.folder_id
    returning old.before`.execute(connectionOf(inside))
  return rows.map((row) => ({
    type: 'ProjectDatesChanged',
    entityType: 'folder',
    entityId: folderId,
    before: { [column]: row.before },
    after: { [column]: value },
  }))
}
