import type { Caller } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import { selection, type TaskWishes } from './columns.ts'
import type { orderOf } from './order.ts'
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
  order: ReturnType<typeof orderOf>
  wishes: TaskWishes
  limit: number
  after?: Position | undefined
}

/**
 * One page of tasks, in order. The pages after the first keep its order, whatever is written meanwhile: a task that was
 * written since counts with the key it had then (docs/decisions/0006-pages-that-hold-still.md).
 */
export async function readPage(caller: Caller, page: PageQuery): Promise<PagedTask[]> {
  const { order, after, limit } = page
  const direction = sql.raw(order.direction)
  const comes = sql.raw(order.direction === 'asc' ? '>' : '<')
  const all = [
    page.scope.condition,
    page.scope.deleted ? sql<boolean>`task.deleted_at is not null` : sql<boolean>`task.deleted_at is null`,
    ...page.conditions,
  ]
  const from = () => visible(caller, 'tasks').where(sql<boolean>`${sql.join(all, sql` and `)}`)
  const shown = (key: ReturnType<typeof sql>) =>
    sql`${selection(caller, page.wishes)}, ${asText(order.type, key)} as sort_key` as never

  if (!after) {
    const snapshot = sql`, pg_current_snapshot()::text as snapshot`
    const rows = await from()
      .select(sql`${shown(order.key('task'))}${snapshot}` as never)
      .orderBy(sql`${order.key('task')} ${direction}, task.task_id ${direction}`)
      .limit(limit)
      .execute()
    return rows as unknown as PagedTask[]
  }
  const behind = (key: ReturnType<typeof sql>) =>
    sql<boolean>`(${key}, task.task_id) ${comes} (${asValue(order.type, after.key)}, ${after.taskId}::bigint)`
  const still = await from()
    .select(shown(order.key('task')))
    .where(behind(order.key('task')))
    .where(sql<boolean>`pg_visible_in_snapshot(task.changed_in, ${after.snapshot}::pg_snapshot)`)
    .orderBy(sql`${order.key('task')} ${direction}, task.task_id ${direction}`)
    .limit(limit)
    .execute()
  const written = await (from() as unknown as Joinable)
    .innerJoin(whatItWas(after.snapshot), (join) => join.on(sql<boolean>`true`))
    .select(shown(order.key('was')))
    .where(
      sql<boolean>`task.updated_at > now() - interval '3 hours' and not pg_visible_in_snapshot(task.changed_in, ${after.snapshot}::pg_snapshot)`,
    )
    .where(behind(order.key('was')))
    .orderBy(sql`${order.key('was')} ${direction}, task.task_id ${direction}`)
    .limit(limit)
    .execute()
  const rows = [...still, ...written] as unknown as PagedTask[]
  return inOrder(rows, order.direction, order.type === 'integer')
    .slice(0, limit)
    .map((row) => ({ ...row, snapshot: after.snapshot }))
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
      e ->> 'status_group' as status_group, e ->> 'importance' as importance
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

/** Both parts are sorted; the keys of all types but numbers sort as text the way they do in PostgreSQL. */
function inOrder(rows: PagedTask[], direction: 'asc' | 'desc', numeric: boolean): PagedTask[] {
  const sign = direction === 'asc' ? 1 : -1
  const compare = (one: string, other: string) =>
    numeric ? Number(one) - Number(other) : Buffer.compare(Buffer.from(one), Buffer.from(other))
  return rows.sort((one, other) => sign * (compare(one.sort_key, other.sort_key) || one.task_id - other.task_id))
}
