import { EffortAllocation, effortAllocation } from '#contract/effort-allocation.ts'
import { boolean, dateText, idText, integer, optional as member, model, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { integer as count, date, flag, id, ids, object, optional } from '#contract/parameters.ts'

const BookingDates = model('BookingDates', {
  duration: integer(),
  startDate: dateText(),
  finishDate: dateText(),
  workOnWeekends: boolean(),
})

export const Booking = model('Booking', {
  id: idText('Booking'),
  folderId: idText('Folder'),
  title: member(string()),
  responsibleId: member(idText('Contact')),
  responsiblePlaceholderId: member(idText('Placeholder')),
  bookingDates: BookingDates,
  effortAllocation: EffortAllocation,
})

const kinds = { bookings: Booking }
const write = { scopes: writeScopes, feature: 'bookings', kinds } as const
const bookingDates = () =>
  object(
    {
      duration: optional(count({ minimum: 1, maximum: 1_799_999, description: 'Working minutes' })),
      startDate: optional(date()),
      finishDate: optional(date()),
      workOnWeekends: optional(flag()),
    },
    { description: 'Two of start, finish and duration give the third; with all three, start and finish count' },
  )
const responsible = {
  responsibleId: optional(id('Contact', { description: 'A user or a piece of equipment' })),
  responsiblePlaceholderId: optional(id('Placeholder')),
  effortAllocation: optional(effortAllocation()),
}

export const queryBookings = operation({
  id: 'queryBookings',
  method: 'GET',
  paths: ['/bookings', '/folders/{folderId}/bookings'],
  summary: 'Bookings of the folders and projects the caller sees, or of one',
  description: 'With `startDate` and `finishDate` those that touch the days between, both included.',
  scopes: readScopes,
  kinds,
  parameters: {
    folderId: optional(id('Folder')),
    startDate: optional(date()),
    finishDate: optional(date()),
    responsibleIds: optional(ids('Contact', { maxItems: 15_000 })),
    responsiblePlaceholderIds: optional(ids('Placeholder', { maxItems: 15_000 })),
    showDescendants: optional(flag({ default: false })),
  },
})

export const getBookings = operation({
  id: 'getBookings',
  method: 'GET',
  paths: ['/bookings/{bookingIds}'],
  summary: 'Bookings by id',
  scopes: readScopes,
  kinds,
  parameters: { bookingIds: ids('Booking', { maxItems: 100 }) },
})

export const createBooking = operation({
  id: 'createBooking',
  method: 'POST',
  paths: ['/folders/{folderId}/bookings'],
  summary: 'Books a user, a piece of equipment or a placeholder for a folder or project',
  ...write,
  parameters: { folderId: id('Folder'), bookingDates: bookingDates(), ...responsible },
})

export const updateBooking = operation({
  id: 'updateBooking',
  method: 'PUT',
  paths: ['/bookings/{bookingId}'],
  summary: 'Changes a booking',
  ...write,
  parameters: { bookingId: id('Booking'), bookingDates: optional(bookingDates()), ...responsible },
})

export const deleteBooking = operation({
  id: 'deleteBooking',
  method: 'DELETE',
  paths: ['/bookings/{bookingId}'],
  summary: 'Deletes a booking for good',
  ...write,
  parameters: { bookingId: id('Booking') },
})
