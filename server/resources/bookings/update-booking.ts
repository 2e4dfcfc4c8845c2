import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { type BookingRow, bookingsByIds } from './access.ts'
import type * as contract from './contract.ts'
import { readBookingDates } from './dates.ts'
import { readBookingEffort } from './effort.ts'
import { bookingEvent } from './events.ts'
import { presentBooking } from './presenter.ts'
import { readBooked } from './responsible.ts'
import { daysOf, daysOfBookings } from './working-days.ts'

/** Changes a booking: what is sent, nothing else. Effort that was not sent is spread over the new dates. */
export const updateBooking: Handler<typeof contract.updateBooking> = async ({ caller, input }) => {
  const [before] = (await bookingsByIds(caller, [input.bookingId])) as [BookingRow]
  const may = await permit(caller, 'editFolder', { folder: before.folder_id })
  const booked = (await readBooked(caller, input)) ?? before
  const dates = input.bookingDates ? readBookingDates(input.bookingDates, await daysOf(caller, booked), before) : before
  const effort = input.effortAllocation ? readBookingEffort(input.effortAllocation, dates, booked) : before.effort
  return change(caller, async (rows, inside) => {
    const { person_id, asset_id, placeholder_id } = booked
    const { start_date, finish_date, duration_minutes, work_on_weekends } = dates
    const [row] = (await rows.update(
      'booking',
      may,
      { booking_id: before.booking_id },
      {
        ...{ person_id, asset_id, placeholder_id, effort },
        ...{ start_date, finish_date, duration_minutes, work_on_weekends },
        updated_at: new Date(),
        version: before.version + 1,
      },
    )) as [Omit<BookingRow, 'title'>]
    const after = { ...row, title: before.title }
    const days = await daysOfBookings(inside, [after])
    return changed({ data: [presentBooking(caller, after, days)] }, bookingEvent('BookingChanged', { before, after }))
  })
}
