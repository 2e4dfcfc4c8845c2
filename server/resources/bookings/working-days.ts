import type { Caller } from '#access/caller.ts'
import type { Calendar } from '#scheduling/calendar.ts'
import type { CalendarFor } from '#scheduling/task-dates.ts'
import { loadCalendars } from '../work-schedules/calendars/calendars.ts'

/** On which days a booking is worked at. */
export type DaysOfBooking = (booking: { person_id: number | null; work_on_weekends: boolean }) => Calendar

/** The working days of those who are booked: a person's own, for anything else the account's. Read once for all. */
export async function daysOfBookings(
  caller: Caller,
  bookings: readonly { person_id: number | null }[],
): Promise<DaysOfBooking> {
  const followed = bookings.map(({ person_id }) => ({ scheduleId: null, assigneeId: person_id }))
  const calendars = await loadCalendars(caller, caller.accountId, followed)
  return ({ person_id, work_on_weekends }) =>
    calendars.of({ scheduleId: null, assigneeId: person_id }, work_on_weekends)
}

/** The same for one that is being written: with weekends worked or not. */
export async function daysOf(caller: Caller, booked: { person_id: number | null }): Promise<CalendarFor> {
  const days = await daysOfBookings(caller, [booked])
  return (work_on_weekends) => days({ ...booked, work_on_weekends })
}
