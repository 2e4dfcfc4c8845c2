import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { bookingRows } from './access.ts'
import type * as contract from './contract.ts'
import { bookingConditions } from './filters.ts'
import { presentBooking } from './presenter.ts'
import { daysOfBookings } from './working-days.ts'

/** Lists the bookings of folders and projects that the caller sees, earliest first. */
export const queryBookings: Handler<typeof contract.queryBookings> = async ({ caller, input }) => {
  const conditions = await bookingConditions(caller, input)
  const rows = await bookingRows(caller)
    .where(sql<boolean>`${sql.join(conditions, sql` and `)}`)
    .orderBy('booking.start_date')
    .orderBy('booking.booking_id')
    .execute()
  const days = await daysOfBookings(caller, rows)
  return { data: rows.map((row) => presentBooking(caller, row, days)) }
}
