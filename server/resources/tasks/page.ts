import { type Caller, withReach } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import { selection, type TaskWishes } from './columns.ts'
import type { ListOrder } from './order.ts'
import type { TaskRow } from './presenter.ts'
import type { Scope } from './scope.ts'

type Condition = ReturnType<typeof sql<boolean>>

/** Where a page begins, and which transactions the first page saw. */
export interface Position {
  key: string
  taskId: number
  snapshot: string
}

/** A task of a page, with what the next page needs to know of it. */
export type PagedTask = TaskRow & { sort_key: string; snapshot: string }

export interface PageQuery {
  scope: Scope
  conditions: readonly Condition[]
  order: ListOrder
  wishes: TaskWishes
  limit: number
  after?: Position | undefined
}

/**
 * One page of tasks, in order. The pages after the first keep its order, whatever is written meanwhile: a task that was
 * written since counts with the key it had then (docs/decisions/0006-pages-that-hold-still.md).
 */
export async function readPage(caller: Caller, page: PageQuery): Promise<PagedTask[]> {
  const { after } = page
  if (!after) return (await firstPage(caller, page).execute()) as unknown as PagedTask[]
  const still = await stillPart(caller, page, after).execute()
  const written = await writtenPart(caller, page, after).execute()
  return inOrder([...still, ...written] as unknown as PagedTask[], page.order)
    .slice(0, page.limit)
    .map((row) => ({ ...row, snapshot: after.snapshot }))
}

/** The first page, with the transactions it sees. */
export function firstPage(caller: Caller, page: PageQuery) {
  const key = page.order.key('task')
  return matching(caller, page)
    .select(sql`${shown(caller, page, key)}, pg_current_snapshot()::text as snapshot` as never)
    .$call((query) => cut(query, page, key))
}

/** Of a later page, what nobody has written since the first. */
export function stillPart(caller: Caller, page: PageQuery, after: Position) {
  const key = page.order.key('task')
  return matching(caller, page)
    .select(shown(caller, page, key) as never)
    .where(isBehind(page, after, key))
    .where(sql<boolean>`pg_visible_in_snapshot(task.changed_in, ${after.snapshot}::pg_snapshot)`)
    .$call((query) => cut(query, page, key))
}

/** Of a later page, what was written since the first, where it was then. */
export function writtenPart(caller: Caller, page: PageQuery, after: Position) {
  const key = page.order.key('was')
  return (matching(caller, page) as unknown as Joinable)
    .innerJoin(whatItWas(after.snapshot), (join) => join.on(sql<boolean>`true`))
    .select(shown(caller, page, key) as never)
    .where(
      sql<boolean>`task.updated_at > now() - interval '3 hours' and not pg_visible_in_snapshot(task.changed_in, ${after.snapshot}::pg_snapshot)`,
    )
    .where(isBehind(page, after, key))
    .$call((query) => cut(query, page, key))
}

type Key = ReturnType<typeof sql>
type TaskQuery = ReturnType<typeof visible<'tasks'>>

/** Where no index gives the order, everything visible is wanted: collecting it is better than probing one by one. */
const matching = (caller: Caller, { scope, conditions, order }: PageQuery): TaskQuery => {
  const bin = scope.deleted ? sql<boolean>`task.deleted_at is not null` : sql<boolean>`task.deleted_at is null`
  return visible(order.isIndexed ? caller : withReach(caller, 'narrow'), 'tasks').where(
    sql<boolean>`${sql.join([scope.condition, bin, ...conditions], sql` and `)}`,
  )
}

const shown = (caller: Caller, { order, wishes }: PageQuery, key: Key) =>
  sql`${selection(caller, wishes)}, ${asText(order.type, key)} as sort_key`

const isBehind = ({ order }: PageQuery, after: Position, key: Key) =>
  sql<boolean>`(${key}, task.task_id) ${sql.raw(order.direction === 'asc' ? '>' : '<')} (${asValue(order.type, after.key)}, ${after.taskId}::bigint)`

function cut(query: TaskQuery, { order, limit }: PageQuery, key: Key): TaskQuery {
  const direction = sql.raw(order.direction)
  return query.orderBy(sql`${key} ${direction}, task.task_id ${direction}`).limit(limit)
}

/** Keys travel as text: instants in UTC, so that their text sorts as they do. */
const asText = (type: string, key: ReturnType<typeof sql>) =>
  type === 'timestamptz' ? sql`(${key} at time zone 'UTC')::text` : sql`(${key})::text`
const asValue = (type: string, text: string) =>
  type === 'timestamptz' ? sql`(${text}::timestamp at time zone 'UTC')` : sql`${text}::${sql.raw(type)}`

/** What a task was like when the first page was read: before the earliest write that page did not see. New tasks were nothing. */
const whatItWas = (snapshot: string) =>
  sql`lateral (
    select (e ->> 'updated_at')::timestamptz as updated_at, task.created_at as created_at, (e ->> 'completed_at')::timestamptz as completed_at,
      (e ->> 'start_at')::timestamp as start_at, (e ->> 'due_at')::timestamp as due_at, e ->> 'title' as title,
      e ->> 'status_group' as status_group, e ->> 'importance' as importance, coalesce(e ->> 'priority', task.priority) collate "C" as priority,
      -- Kept with the writes that changed them alone: the next of those says what they were.
      coalesce((select later -> 'custom_fields' from jsonb_array_elements(task.earlier) with ordinality y(later, place)
        where place >= at and later ? 'custom_fields' order by place limit 1), task.custom_fields) as custom_fields
    from jsonb_array_elements(coalesce(task.earlier, '[]')) with ordinality x(e, at)
    where not pg_visible_in_snapshot((e ->> 'by')::xid8, ${snapshot}::pg_snapshot)
    order by at limit 1
  )`.as('was')

/** The builder, as far as a table that is made on the way is joined; its type knows tables of the schema only. */
interface Joinable {
  innerJoin(
    table: unknown,
    on: (join: { on(condition: Condition): unknown }) => unknown,
  ): ReturnType<typeof visible<'tasks'>>
}

/**
 * Both parts are sorted; the keys of all types but numbers sort as text the way they do in PostgreSQL. A task that is written
 * between the two reads is in both: it counts once.
 */
function inOrder(rows: PagedTask[], { direction, type }: PageQuery['order']): PagedTask[] {
  const sign = direction === 'asc' ? 1 : -1
  const compare = (one: string, other: string) =>
    type === 'integer' || type === 'numeric'
      ? Number(one) - Number(other)
      : Buffer.compare(Buffer.from(one), Buffer.from(other))
  return [...new Map(rows.map((row) => [row.task_id, row])).values()].sort(
    (one, other) => sign * (compare(one.sort_key, other.sort_key) || one.task_id - other.task_id),
  )
}
