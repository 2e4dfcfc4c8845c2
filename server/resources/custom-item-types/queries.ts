import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { seesFolder, visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { StatusGroup } from '../workflows/tables.ts'
import type { CustomItemTypeTables } from './tables.ts'

/** A custom item type; `isVisible` is false for one of a space that the caller doesn't see. */
export type ItemTypeRow = Selectable<CustomItemTypeTables['custom_item_type']> & { isVisible: boolean }

/** Custom item types of the account with these numbers, deleted ones and those of hidden spaces among them. */
export async function itemTypesById(caller: Caller, typeIds: readonly number[]): Promise<Map<number, ItemTypeRow>> {
  if (typeIds.length === 0) return new Map()
  const rows = await itemTypes(caller).where('custom_item_type_id', 'in', typeIds).execute()
  return new Map(rows.map((row) => [row.custom_item_type_id, row]))
}

/** The custom item types that the caller sees, oldest first: of the account and all spaces, or of one space alone. */
export async function visibleItemTypes(caller: Caller, spaceId?: number): Promise<ItemTypeRow[]> {
  const rows = await itemTypes(caller)
    .$if(spaceId !== undefined, (query) => query.where('space_id', '=', spaceId as number))
    .orderBy('custom_item_type_id')
    .execute()
  return rows.filter((row) => row.isVisible)
}

const itemTypes = (caller: Caller) =>
  connectionOf(caller)
    .selectFrom('custom_item_type')
    .selectAll()
    .select(
      sql<boolean>`custom_item_type.space_id is null or ${seesFolder(caller, sql.ref('custom_item_type.space_id'))}`.as(
        'isVisible',
      ),
    )
    .where('account_id', '=', caller.accountId)

/** How many living tasks and projects that the caller sees are of a type, by number of the type. */
export async function itemsByType(caller: Caller): Promise<Map<number, number>> {
  const of = (thing: 'task' | 'folder') => sql<number>`${sql.ref(`${thing}.custom_item_type_id`)}`.as('type')
  const tasks = visible(caller, 'tasks')
    .select(of('task'))
    .where('task.deleted_at', 'is', null)
    .where('task.custom_item_type_id', 'is not', null)
  const folders = visible(caller, 'folders')
    .select(of('folder'))
    .where('folder.deleted_at', 'is', null)
    .where('folder.custom_item_type_id', 'is not', null)
  const { rows } = await sql<{ type: number; items: number }>`
    select type, count(*) as items from (${tasks} union all ${folders}) as item group by type`.execute(
    connectionOf(caller),
  )
  return new Map(rows.map((row) => [row.type, row.items]))
}

/** The first status of a group in a workflow, or undefined if it has none. */
export async function statusInWorkflow(
  caller: Caller,
  workflowId: number,
  group: StatusGroup,
): Promise<number | undefined> {
  const row = await connectionOf(caller)
    .selectFrom('custom_status')
    .select('custom_status_id')
    .where('account_id', '=', caller.accountId)
    .where('workflow_id', '=', workflowId)
    .where('status_group', '=', group)
    .where('hidden', '=', false)
    .orderBy('position')
    .executeTakeFirst()
  return row?.custom_status_id
}

/** Whether a status belongs to a workflow. */
export async function isInWorkflow(caller: Caller, customStatusId: number, workflowId: number): Promise<boolean> {
  const row = await connectionOf(caller)
    .selectFrom('custom_status')
    .select('custom_status_id')
    .where('account_id', '=', caller.accountId)
    .where('custom_status_id', '=', customStatusId)
    .where('workflow_id', '=', workflowId)
    .executeTakeFirst()
  return row !== undefined
}
