import { arrayOf, oneOfText } from './model.ts'
import { integer } from './parameters.ts'

/** Days of the week as the API names them, in its order. */
export const weekDays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
export type WeekDay = (typeof weekDays)[number]

/** Days of the week in an answer. */
export const weekDayTexts = () => arrayOf(oneOfText(weekDays))

/** Minutes that somebody can work on one day. */
export const capacityMinutes = () => integer({ minimum: 0, maximum: 1440, description: 'Minutes a day' })
