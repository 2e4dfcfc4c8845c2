import type { Caller } from '#access/caller.ts'
import { visible } from '#access/visible.ts'
import { forbidden, notFound } from '#contract/errors.ts'
import type { Selectable } from '#database/sql.ts'
import { idAsSent } from '#ids/foreign.ts'
import { existingBookings } from './queries.ts'
import type { BookingTables } from './tables.ts'

/** A booking, with the title of what it is for. */
export type BookingRow = Selectable<BookingTables['booking']> & { title: string }

/** Bookings of the folders that the caller sees. */
export const bookingRows = (caller: Caller) =>
  visible(caller, 'bookings')
    .innerJoin('folder', (on) =>
      on.onRef('folder.account_id', '=', 'booking.account_id').onRef('folder.folder_id', '=', 'booking.folder_id'),
    )
    .selectAll('booking')
    .select('folder.title')

/**
 * The bookings with these ids, in their order.
 *
 * @throws {Refused} for the first that does not exist (`resource_not_found`) or is hidden (`access_forbidden`); none is given then.
 */
export async function bookingsByIds(caller: Caller, bookingIds: readonly number[]): Promise<BookingRow[]> {
  const rows = await bookingRows(caller).where('booking.booking_id', 'in', bookingIds).execute()
  const byId = new Map(rows.map((row) => [row.booking_id, row]))
  const missing = bookingIds.filter((id) => !byId.has(id))
  if (missing.length > 0) {
    const existing = await existingBookings(caller, missing)
    const text = (id: number) => idAsSent(caller.accountId, 'Booking', id)
    const unknown = missing.find((id) => !existing.has(id))
    if (unknown !== undefined) throw notFound('Booking', text(unknown))
    throw forbidden(`The project of booking '${text(missing[0] as number)}' is not shared with you`)
  }
  return bookingIds.map((id) => byId.get(id) as BookingRow)
}
