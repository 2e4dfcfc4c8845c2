import { permit } from '#access/permit.ts'
import { required } from '#contract/errors.ts'
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

/**
 * Books somebody or something for a folder or project: for those who may edit it.
 *
 * @throws {Refused} `parameter_required` unless exactly one is booked.
 */
export const createBooking: Handler<typeof contract.createBooking> = async ({ caller, input }) => {
  const may = await permit(caller, 'editFolder', { folder: input.folderId })
  const booked = await readBooked(caller, input)
  if (!booked) throw required('responsibleId')
  const dates = readBookingDates(input.bookingDates, await daysOf(caller, booked), undefined)
  const effort = readBookingEffort(input.effortAllocation, dates, booked)
  return change(caller, async (rows, inside) => {
    const row = await rows.insert('booking', may, { folder_id: may.id, ...booked, ...dates, effort })
    const [made] = (await bookingsByIds(inside, [row.booking_id])) as [BookingRow]
    const days = await daysOfBookings(inside, [made])
    return changed({ data: [presentBooking(caller, made, days)] }, bookingEvent('BookingCreated', { after: row }))
  })
}
