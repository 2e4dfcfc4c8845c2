import type { Caller } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { forbidden, notAllowed, notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'
import { fromPlainText } from '#richtext/plain-text.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import type { TimelogRow } from './presenter.ts'
import { existingCategories, existingTimelogs } from './queries.ts'

/**
 * The timelogs with these ids, in their order.
 *
 * @throws {Refused} for the first that does not exist (`resource_not_found`) or is hidden (`access_forbidden`); none is given then.
 */
export async function timelogsByIds(caller: Caller, timelogIds: readonly number[]): Promise<TimelogRow[]> {
  const rows = await visible(caller, 'timelogs')
    .selectAll('timelog')
    .where('timelog.timelog_id', 'in', timelogIds)
    .execute()
  const byId = new Map(rows.map((row) => [row.timelog_id, row]))
  const missing = timelogIds.filter((id) => !byId.has(id))
  if (missing.length > 0) {
    const existing = await existingTimelogs(caller, missing)
    const text = (id: number) => idAsSent(caller.accountId, 'Timelog', id)
    const unknown = missing.find((id) => !existing.has(id))
    if (unknown !== undefined) throw notFound('Timelog', text(unknown))
    throw forbidden(`The task of timelog '${text(missing[0] as number)}' is not shared with you`)
  }
  return timelogIds.map((id) => byId.get(id) as TimelogRow)
}

/** @throws {Refused} `access_forbidden` unless the record is the caller's own or the caller is an account admin. */
export function requireOwn(caller: Caller, row: TimelogRow): void {
  const isAdmin = caller.role === 'owner' || caller.role === 'admin'
  if (row.person_id !== caller.personId && !isAdmin)
    throw forbidden('Only the user whose time it is, or an account admin, may change it')
}

/**
 * Whose time is meant: the caller's, or for an account admin that of another user.
 *
 * @throws {Refused} `resource_not_found` for nobody the caller may see, `not_allowed` for others unless one is an admin.
 */
export async function personOf(caller: Caller, contact: number | undefined): Promise<number> {
  if (contact === undefined || contact === caller.personId) return caller.personId
  const [personId] = (await resolvePeople(caller, [{ contact }])) as [number]
  if (caller.role !== 'owner' && caller.role !== 'admin')
    throw notAllowed('Only account admins record time on behalf of others')
  return personId
}

/** @throws {Refused} `resource_not_found` for the first that is no category of the account. */
export async function requireCategories(caller: Caller, categoryIds: readonly number[]): Promise<void> {
  if (categoryIds.length === 0) return
  const known = await existingCategories(caller, categoryIds)
  const unknown = categoryIds.find((id) => !known.has(id))
  if (unknown !== undefined) throw notFound('Timelog category', idAsSent(caller.accountId, 'TimelogCategory', unknown))
}

/** The comment as it is kept: clean HTML; it may say nothing. */
export const timelogComment = (comment: string, plainText: boolean | undefined): string =>
  plainText ? fromPlainText(comment) : sanitizeHtml(comment)
