import type { Handler } from '#contract/handler.ts'
import { bookingsByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentBooking } from './presenter.ts'
import { daysOfBookings } from './working-days.ts'

/** Reads bookings by id, in the order of the request. */
export const getBookings: Handler<typeof contract.getBookings> = async ({ caller, input }) => {
  const rows = await bookingsByIds(caller, input.bookingIds)
  const days = await daysOfBookings(caller, rows)
  return { data: rows.map((row) => presentBooking(caller, row, days)) }
}
