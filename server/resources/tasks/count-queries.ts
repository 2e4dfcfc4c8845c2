import { type Caller, withReach } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { visible } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { Scope } from './scope.ts'

/** A count stays good for so long, for the same caller and the same question: counting a million tasks takes a second. */
const countedForMs = 30_000
const remembered = 1000
type Counts = Map<string, { count: Promise<number>; untilMs: number }>
/** Of each database by itself. */
const countsOf = new WeakMap<object, Counts>()

/** The number of tasks of a list, counted anew at most every thirty seconds. */
export function countTasks(
  caller: Caller,
  scope: Scope,
  conditions: readonly ReturnType<typeof sql<boolean>>[],
): Promise<number> {
  const all = [
    scope.condition,
    scope.deleted ? sql<boolean>`task.deleted_at is not null` : sql<boolean>`task.deleted_at is null`,
    ...conditions,
  ]
  // Everything visible is wanted: collecting it is better than probing one by one.
  const query = visible(withReach(caller, 'narrow'), 'tasks')
    .where(sql<boolean>`${sql.join(all, sql` and `)}`)
    .select(sql<number>`count(*)`.as('count'))
  const { sql: text, parameters } = query.compile()
  const question = JSON.stringify([text, parameters])
  const database = connectionOf(caller)
  const counts: Counts = countsOf.get(database) ?? new Map()
  countsOf.set(database, counts)
  const known = counts.get(question)
  if (known && known.untilMs > Date.now()) return known.count
  if (counts.size >= remembered) counts.delete(counts.keys().next().value as string)
  const count = query.executeTakeFirstOrThrow().then((row) => row.count)
  counts.set(question, { count, untilMs: Date.now() + countedForMs })
  count.catch(() => counts.delete(question))
  return count
}
