import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { type BookingRow, bookingsByIds } from './access.ts'
import type * as contract from './contract.ts'
import { bookingEvent } from './events.ts'
import { presentBooking } from './presenter.ts'
import { daysOfBookings } from './working-days.ts'

/** Deletes a booking for good; the answer shows it once more. */
export const deleteBooking: Handler<typeof contract.deleteBooking> = async ({ caller, input }) => {
  const [before] = (await bookingsByIds(caller, [input.bookingId])) as [BookingRow]
  const may = await permit(caller, 'editFolder', { folder: before.folder_id })
  const days = await daysOfBookings(caller, [before])
  return change(caller, async (rows) => {
    await rows.delete('booking', may, { booking_id: before.booking_id })
    return changed({ data: [presentBooking(caller, before, days)] }, bookingEvent('BookingDeleted', { before }))
  })
}
