import { notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { idAsSent } from '#ids/foreign.ts'
import type * as contract from './contract.ts'
import { readSearch } from './filters.ts'
import { presentRecord } from './presenter.ts'
import { type AuditRow, auditRecords, countRecords, usersEver } from './queries.ts'

const largestPage = 1000

/**
 * Lists what was done in the account, newest first.
 *
 * @throws {Refused} `resource_not_found` for a user who never was one, `parameter_required` for a filter on objects without
 * those it goes with.
 */
export const queryAuditLog: Handler<typeof contract.queryAuditLog> = async ({ caller, input, pages }) => {
  const search = readSearch(input)
  if (input.users && input.users.length > 0) {
    const known = await usersEver(caller, input.users)
    const unknown = input.users.find((id) => !known.has(id))
    if (unknown !== undefined) throw notFound('User', idAsSent(caller.accountId, 'Contact', unknown))
  }
  const size = input.pageSize ?? largestPage
  const [at, id, counted] = (pages.after ?? []) as [string?, number?, number?]
  const after = at === undefined ? undefined : { at, id: id as number }
  const rows = await auditRecords(caller, search, after, size + 1)
  // Counted once: a log of years takes longer to count than to read.
  const responseSize = counted ?? (await countRecords(caller, search))
  const page = rows.slice(0, size)
  const last = page.at(-1) as AuditRow
  return {
    data: page.map((row) => presentRecord(caller, row)),
    responseSize,
    nextPageToken: rows.length > size ? pages.token([last.at, last.audit_record_id, responseSize]) : undefined,
  }
}
