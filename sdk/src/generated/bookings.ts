// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface Booking {
  id: string
  folderId: string
  title?: string
  responsibleId?: string
  responsiblePlaceholderId?: string
  bookingDates: BookingDates
  effortAllocation: EffortAllocation
}

export interface BookingDates {
  duration: number
  startDate: string
  finishDate: string
  workOnWeekends: boolean
}

export interface EffortAllocation {
  mode: 'None' | 'FullTime' | 'Basic' | 'Flexible'
  totalEffort?: number
  allocatedEffort?: number
  dailyAllocationPercentage?: number
  responsibleAllocation?: ResponsibleAllocation[]
}

export interface ResponsibleAllocation {
  userId?: string
  placeholderId?: string
  dailyAllocation?: DailyAllocation[]
}

export interface DailyAllocation {
  date: string
  effortMinutes: number
}

/** What {@link queryBookings} takes. */
export interface QueryBookingsInput {
  folderId?: string
  startDate?: string
  finishDate?: string
  responsibleIds?: string[]
  responsiblePlaceholderIds?: string[]
  showDescendants?: boolean
}

/** Bookings of the folders and projects the caller sees, or of one. With `startDate` and `finishDate` those that touch the days between, both included. */
export const queryBookings = /* @__PURE__ */ operation<QueryBookingsInput, Booking>({
  id: 'queryBookings',
  method: 'GET',
  paths: ['/bookings', '/folders/{folderId}/bookings'],
})

/** What {@link getBookings} takes. */
export interface GetBookingsInput {
  bookingIds: string[]
}

/** Bookings by id */
export const getBookings = /* @__PURE__ */ operation<GetBookingsInput, Booking>({
  id: 'getBookings',
  method: 'GET',
  paths: ['/bookings/{bookingIds}'],
})

/** What {@link createBooking} takes. */
export interface CreateBookingInput {
  folderId: string
  /** Two of start, finish and duration give the third; with all three, start and finish count */
  bookingDates: {
    /** Working minutes */
    duration?: number
    startDate?: string
    finishDate?: string
    workOnWeekends?: boolean
  }
  /** A user or a piece of equipment */
  responsibleId?: string
  responsiblePlaceholderId?: string
  effortAllocation?: {
    mode: 'None' | 'FullTime' | 'Basic' | 'Flexible'
    totalEffort?: number
    allocatedEffort?: number
    dailyAllocationPercentage?: number
    responsibleAllocation?: ({
      userId?: string
      placeholderId?: string
      dailyAllocation?: ({
        date: string
        effortMinutes: number
      })[]
    })[]
  }
}

/** Books a user, a piece of equipment or a placeholder for a folder or project */
export const createBooking = /* @__PURE__ */ operation<CreateBookingInput, Booking>({
  id: 'createBooking',
  method: 'POST',
  paths: ['/folders/{folderId}/bookings'],
})

/** What {@link updateBooking} takes. */
export interface UpdateBookingInput {
  bookingId: string
  /** Two of start, finish and duration give the third; with all three, start and finish count */
  bookingDates?: {
    /** Working minutes */
    duration?: number
    startDate?: string
    finishDate?: string
    workOnWeekends?: boolean
  }
  /** A user or a piece of equipment */
  responsibleId?: string
  responsiblePlaceholderId?: string
  effortAllocation?: {
    mode: 'None' | 'FullTime' | 'Basic' | 'Flexible'
    totalEffort?: number
    allocatedEffort?: number
    dailyAllocationPercentage?: number
    responsibleAllocation?: ({
      userId?: string
      placeholderId?: string
      dailyAllocation?: ({
        date: string
        effortMinutes: number
      })[]
    })[]
  }
}

/** Changes a booking */
export const updateBooking = /* @__PURE__ */ operation<UpdateBookingInput, Booking>({
  id: 'updateBooking',
  method: 'PUT',
  paths: ['/bookings/{bookingId}'],
})

/** What {@link deleteBooking} takes. */
export interface DeleteBookingInput {
  bookingId: string
}

/** Deletes a booking for good */
export const deleteBooking = /* @__PURE__ */ operation<DeleteBookingInput, Booking>({
  id: 'deleteBooking',
  method: 'DELETE',
  paths: ['/bookings/{bookingId}'],
})
