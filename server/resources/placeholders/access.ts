import type { Caller } from '#access/caller.ts'
import { notAllowed, notFound } from '#contract/errors.ts'
import { features, planHas } from '#contract/plans.ts'
import { idAsSent } from '#ids/foreign.ts'
import { type PlaceholderRow, placeholdersById } from './queries.ts'

/**
 * The placeholders with these ids, in their order, deleted ones among them.
 *
 * @throws {Refused} `resource_not_found` for the first that does not exist; none is given then.
 */
export async function placeholdersByIds(caller: Caller, placeholderIds: readonly number[]): Promise<PlaceholderRow[]> {
  const known = placeholderIds.length > 0 ? await placeholdersById(caller, placeholderIds) : new Map()
  return placeholderIds.map((id) => {
    const row = known.get(id)
    if (!row) throw notFound('Placeholder', idAsSent(caller.accountId, 'Placeholder', id))
    return row
  })
}

/**
 * Lets work be given to placeholders.
 *
 * @returns their numbers, each once.
 * @throws {Refused} `not_allowed` on a plan without, `resource_not_found` for one that does not exist or is deleted.
 */
export async function requirePlaceholders(
  caller: Caller,
  placeholderIds: readonly number[] | undefined,
): Promise<number[]> {
  if (!placeholderIds || placeholderIds.length === 0) return []
  if (!planHas(caller.plan, 'jobRoles'))
    throw notAllowed(`${features.jobRoles.says}: not part of the plan ${caller.plan}`)
  const gone = (await placeholdersByIds(caller, placeholderIds)).find((row) => row.deleted_at)
  if (gone) throw notFound('Placeholder', idAsSent(caller.accountId, 'Placeholder', gone.placeholder_id))
  return [...new Set(placeholderIds)]
}
