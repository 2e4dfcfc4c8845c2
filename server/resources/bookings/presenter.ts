import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { encodeId } from '#ids/encode.ts'
import type { BookingRow } from './access.ts'
import type { Booking } from './contract.ts'
import { presentBookingEffort } from './effort.ts'
import type { DaysOfBooking } from './working-days.ts'

/** Row → Booking; its title is that of what it is for. */
export function presentBooking(caller: Caller, row: BookingRow, days: DaysOfBooking): Static<typeof Booking> {
  const contact =
    row.person_id === null
      ? row.asset_id === null
        ? undefined
        : encodeId('Asset', caller.accountId, row.asset_id)
      : encodeId('Contact', caller.accountId, row.person_id)
  const placeholder =
    row.placeholder_id === null ? undefined : encodeId('Placeholder', caller.accountId, row.placeholder_id)
  return {
    id: encodeId('Booking', caller.accountId, row.booking_id),
    folderId: encodeId('Folder', caller.accountId, row.folder_id),
    title: row.title,
    ...(contact ? { responsibleId: contact } : {}),
    ...(placeholder ? { responsiblePlaceholderId: placeholder } : {}),
    bookingDates: {
      duration: row.duration_minutes,
      startDate: row.start_date,
      finishDate: row.finish_date,
      workOnWeekends: row.work_on_weekends,
    },
    effortAllocation: presentBookingEffort(row.effort, row, days(row), {
      ...(contact ? { userId: contact } : {}),
      ...(placeholder ? { placeholderId: placeholder } : {}),
    }),
  }
}
