import type { Handler } from '#contract/handler.ts'
import { bookingsByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentBooking } from './presenter.ts'

/** Reads bookings by id, in the order of the request. */
export const getBookings: Handler<typeof contract.getBookings> = async ({ caller, input }) => ({
  data: (await bookingsByIds(caller, input.bookingIds)).map((row) => presentBooking(caller, row)),
})
