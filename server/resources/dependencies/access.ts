import type { Caller } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import type { DependencyKey } from '#contract/parameters.ts'
import { sql } from '#database/sql.ts'
import { dependencyIdAsSent } from '#ids/foreign.ts'
import type { DependencyRow } from './presenter.ts'
import { existingDependencies } from './queries.ts'

const keyOf = (predecessor: number, successor: number): string => `${predecessor}:${successor}`

/**
 * The dependencies with these ids, in their order. One is visible when both of its tasks are.
 *
 * @throws {Refused} for the first that does not exist (`resource_not_found`) or is hidden (`access_forbidden`); none is given then.
 */
export async function dependenciesByIds(caller: Caller, keys: readonly DependencyKey[]): Promise<DependencyRow[]> {
  const pairs = sql`(select * from unnest(${keys.map((key) => key.predecessorId)}::bigint[], ${keys.map((key) => key.successorId)}::bigint[]))`
  const rows = await visible(caller, 'dependencies')
    .selectAll('dependency')
    .where(sql<boolean>`(dependency.predecessor_id, dependency.successor_id) in ${pairs}`)
    .execute()
  const byKey = new Map(rows.map((row) => [keyOf(row.predecessor_id, row.successor_id), row]))
  const missing = keys.filter((key) => !byKey.has(keyOf(key.predecessorId, key.successorId)))
  if (missing.length > 0) await refuseMissing(caller, missing)
  return keys.map((key) => byKey.get(keyOf(key.predecessorId, key.successorId)) as DependencyRow)
}

async function refuseMissing(caller: Caller, missing: readonly DependencyKey[]): Promise<never> {
  const existing = new Set(
    (await existingDependencies(caller, missing)).map((row) => keyOf(row.predecessor_id, row.successor_id)),
  )
  const unknown = missing.find((key) => !existing.has(keyOf(key.predecessorId, key.successorId)))
  if (unknown) throw notFound('Dependency', dependencyIdAsSent(caller.accountId, unknown))
  throw forbidden(
    `A task of dependency '${dependencyIdAsSent(caller.accountId, missing[0] as DependencyKey)}' is not shared with you`,
  )
}
