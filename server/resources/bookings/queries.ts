import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'

/** Which of these ids are bookings of the account, hidden ones too: only to choose between 404 and 403. */
export async function existingBookings(caller: Caller, bookingIds: readonly number[]): Promise<Set<number>> {
  const rows = await connectionOf(caller)
    .selectFrom('booking')
    .select('booking_id')
    .where('account_id', '=', caller.accountId)
    .where('booking_id', 'in', bookingIds)
    .execute()
  return new Set(rows.map((row) => row.booking_id))
}
