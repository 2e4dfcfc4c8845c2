import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createBooking } from './create-booking.ts'
import { deleteBooking } from './delete-booking.ts'
import { getBookings } from './get-bookings.ts'
import { queryBookings } from './query-bookings.ts'
import { updateBooking } from './update-booking.ts'

export const bookings = bind(contract, { queryBookings, getBookings, createBooking, updateBooking, deleteBooking })
