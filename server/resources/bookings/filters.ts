import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import { invalidValue } from '#contract/errors.ts'
import type { Input } from '#contract/operation.ts'
import { sql } from '#database/sql.ts'
import { ROOT_FOLDER } from '#ids/types.ts'
import { contactsByIds } from '../contacts/access.ts'
import { placeholdersByIds } from '../placeholders/access.ts'
import type * as contract from './contract.ts'

type BookingQuery = Input<typeof contract.queryBookings>
type Condition = ReturnType<typeof sql<boolean>>

/**
 * SQL conditions for the place and the filters of a request. People and placeholders are one filter: any of them.
 *
 * @throws {Refused} for a place or somebody who doesn't exist or is hidden, and for a finish before the start.
 */
export async function bookingConditions(caller: Caller, input: BookingQuery): Promise<Condition[]> {
  const { startDate, finishDate, responsibleIds, responsiblePlaceholderIds } = input
  if (responsibleIds) await contactsByIds(caller, responsibleIds, new Set())
  if (responsiblePlaceholderIds) await placeholdersByIds(caller, responsiblePlaceholderIds)
  if (startDate !== undefined && finishDate !== undefined && startDate > finishDate)
    throw invalidValue('startDate', 'a start before the finish')
  return [
    sql<boolean>`folder.deleted_at is null`,
    ...(input.folderId === undefined ? [] : [await ofFolder(caller, input.folderId, input.showDescendants ?? false)]),
    ...(startDate === undefined ? [] : [sql<boolean>`booking.finish_date >= ${startDate}::date`]),
    ...(finishDate === undefined ? [] : [sql<boolean>`booking.start_date <= ${finishDate}::date`]),
    ...(responsibleIds || responsiblePlaceholderIds
      ? [
          sql<boolean>`(booking.person_id = any(${responsibleIds ?? []}::bigint[]) or booking.asset_id = any(${responsibleIds ?? []}::bigint[])
            or booking.placeholder_id = any(${responsiblePlaceholderIds ?? []}::bigint[]))`,
        ]
      : []),
  ]
}

/** Bookings for the folder itself, or for it and all below. */
async function ofFolder(caller: Caller, folderId: number, descendants: boolean): Promise<Condition> {
  if (folderId === ROOT_FOLDER) return sql<boolean>`true`
  const { id } = await permit(caller, 'read', { folder: folderId })
  if (!descendants) return sql<boolean>`booking.folder_id = ${id}`
  return sql<boolean>`booking.folder_id in (
    with recursive below(folder_id) as (
      select ${id}::bigint
      union
      select l.folder_id from folder_parent l join below b on b.folder_id = l.parent_id
      where l.account_id = ${caller.accountId} and l.deleted_with is null
    ) select folder_id from below)`
}
