/** Days are counted from 1970-01-01, moments in seconds from its beginning; neither knows a zone. */
export const secondsPerDay = 86_400

/** The day of yyyy-MM-dd, also with a time behind it. */
export const dayOf = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / (secondsPerDay * 1000)

/** yyyy-MM-dd */
export const dayText = (day: number): string => new Date(day * secondsPerDay * 1000).toISOString().slice(0, 10)

/** Seconds of a local date-time, yyyy-MM-dd'T'HH:mm:ss. */
export const secondsOf = (moment: string): number => Date.parse(`${moment}Z`) / 1000

/** The local date-time of these seconds. */
export const momentText = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19)

/** The remainder that is never below zero. */
export const modulo = (value: number, divisor: number): number => ((value % divisor) + divisor) % divisor
