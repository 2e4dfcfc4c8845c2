import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import { mostCleared } from './contract.ts'

/** Living tasks and folders of the account that have a value of a field, whoever sees them; one more than can be cleared. */
export async function itemsWithValue(caller: Caller, fieldId: number): Promise<{ tasks: number[]; folders: number[] }> {
  const of = async (table: 'task' | 'folder') => {
    const { rows } = await sql<{ id: number }>`
      select ${sql.ref(`${table}_id`)} as id from ${sql.ref(table)}
      where account_id = ${caller.accountId} and deleted_at is null and custom_fields ? ${String(fieldId)}
      limit ${mostCleared + 1}`.execute(connectionOf(caller))
    return rows.map(({ id }) => id)
  }
  return { tasks: await of('task'), folders: await of('folder') }
}

/** Ends what keeps values of a field in step: that they flow down, or add up. */
export async function clearRules(rows: Rows, accountId: number, fieldId: number): Promise<void> {
  for (const table of ['cascading_field', 'rollup_field'] as const)
    await connectionOf(rows)
      .deleteFrom(table)
      .where('account_id', '=', accountId)
      .where('custom_field_id', '=', fieldId)
      .execute()
}

/** Takes a field from the folders and item types that show it. */
export async function detachFromFolders(rows: Rows, accountId: number, fieldId: number) {
  const database = connectionOf(rows)
  await sql`
    update custom_item_type set custom_field_ids = array_remove(custom_field_ids, ${fieldId}::bigint)
    where account_id = ${accountId} and ${fieldId}::bigint = any(custom_field_ids)`.execute(database)
  const { rows: folders } = await sql<{ folder_id: number; before: number[]; after: number[] }>`
    update folder f set custom_columns = array_remove(f.custom_columns, ${fieldId}::bigint), version = f.version + 1
    from (select folder_id, custom_columns as before from folder
      where account_id = ${accountId} and ${fieldId}::bigint = any(custom_columns) order by folder_id for update) old
    where f.account_id = ${accountId} and f.folder_id = old.folder_id
    returning f.folder_id, old.before, f.custom_columns as after`.execute(database)
  return folders
}

/**
 * Takes values of a field from what no event tells of: the recycle bin, people, the account, rows of imports that are still
 * to become tasks, and questions of request forms, which go on without the field.
 */
export async function clearElsewhere(rows: Rows, accountId: number, fieldId: number): Promise<void> {
  const database = connectionOf(rows)
  const key = String(fieldId)
  for (const table of ['task', 'folder', 'account_user', 'account'])
    await sql`
      update ${sql.ref(table)} set custom_fields = custom_fields - ${key}::text
      where account_id = ${accountId} and custom_fields ? ${key}`.execute(database)
  await sql`
    update file_import_row set input = jsonb_set(input, '{customFields}', coalesce((
      select jsonb_agg(entry) from jsonb_array_elements(input -> 'customFields') entry
      where (entry ->> 'id')::bigint <> ${fieldId}), '[]'))
    where account_id = ${accountId} and outcome is null and input -> 'customFields' @> ${JSON.stringify([{ id: fieldId }])}::jsonb`.execute(
    database,
  )
  await sql`
    update request_form set version = version + 1, pages = jsonb_build_object('pages', (
      select jsonb_agg(jsonb_set(page, '{fields}', (
        select jsonb_agg(case when (field ->> 'customFieldId')::bigint = ${fieldId} then field - 'customFieldId' else field end order by field_at)
        from jsonb_array_elements(page -> 'fields') with ordinality as fields(field, field_at))) order by page_at)
      from jsonb_array_elements(pages -> 'pages') with ordinality as all_pages(page, page_at)))
    where account_id = ${accountId} and jsonb_path_exists(pages, '$.pages[*].fields[*] ? (@.customFieldId == $id)', ${JSON.stringify({ id: fieldId })}::jsonb)`.execute(
    database,
  )
}
