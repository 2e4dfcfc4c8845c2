import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Hook } from './audience.ts'
import type { Facet } from './facets/facet.ts'
import { numbers } from './numbers.ts'

/** What custom item types the items of some facets are of. */
export interface ItemTypes {
  /** The custom item type of the item a facet is about. */
  typeOf(facet: Facet): number | null
  /** What custom item types are called. */
  titleOf(itemTypeId: number): string
}

/** Reads the types that these webhooks ask for: at most two queries, none for those that don't. */
export async function itemTypes(
  transaction: Kysely<Database>,
  accountId: number,
  facets: readonly Facet[],
  hooks: readonly Hook[],
): Promise<ItemTypes> {
  const isAsked = hooks.some((hook) => hook.custom_item_type_ids !== null)
  const ids = isAsked ? numbers(facets.map(({ id }) => id)) : []
  const changed = numbers(facets.flatMap(({ itemTypes }) => (itemTypes?.to ? [itemTypes.to] : [])))
  const types = await typesOf(transaction, accountId, ids)
  const titles = await titlesOf(transaction, accountId, changed)
  return {
    typeOf: ({ id }) => types.get(id) ?? null,
    titleOf: (itemTypeId) => titles.get(itemTypeId) ?? '',
  }
}

/** Tasks and folders share their numbers: one map holds the types of both. */
async function typesOf(transaction: Kysely<Database>, accountId: number, ids: number[]) {
  if (ids.length === 0) return new Map<number, number>()
  const { rows } = await sql<{ id: number; type: number }>`
    select task_id as id, custom_item_type_id as type from task
    where account_id = ${accountId} and task_id = any(${ids}::bigint[]) and custom_item_type_id is not null
    union all
    select folder_id, custom_item_type_id from folder
    where account_id = ${accountId} and folder_id = any(${ids}::bigint[]) and custom_item_type_id is not null`.execute(
    transaction,
  )
  return new Map(rows.map((row) => [row.id, row.type]))
}

async function titlesOf(transaction: Kysely<Database>, accountId: number, itemTypes: number[]) {
  if (itemTypes.length === 0) return new Map<number, string>()
  const rows = await transaction
    .selectFrom('custom_item_type')
    .select(['custom_item_type_id', 'title'])
    .where('account_id', '=', accountId)
    .where('custom_item_type_id', 'in', itemTypes)
    .execute()
  return new Map(rows.map((row) => [row.custom_item_type_id, row.title]))
}
