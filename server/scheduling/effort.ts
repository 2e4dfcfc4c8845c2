import { capacityByDay, type Worker } from './capacity.ts'
import { dayText } from './days.ts'

export interface DailyEffort {
  date: string
  effortMinutes: number
}

/**
 * Spreads minutes over the days between two moments, by the minutes that each worker has on them: a list for each worker,
 * in whole minutes as far as the total allows, which add up to the total. Free days get nothing; if nobody has time,
 * nothing is spread.
 */
export function spreadEffort(total: number, workers: readonly Worker[], start: string, due: string): DailyEffort[][] {
  const days = workers.map((worker) => capacityByDay(worker, start, due))
  const capacity = days.flat().reduce((sum, { minutes }) => sum + minutes, 0)
  if (capacity === 0) return days.map(() => [])
  let [passed, given] = [0, 0]
  const left = days.flat().length
  let at = 0
  return days.map((own) =>
    own.map(({ day, minutes }) => {
      passed += minutes
      at += 1
      // By what all days so far are to have: rounding never adds up.
      const until = at === left ? total : Math.floor((total * passed) / capacity)
      const effortMinutes = until - given
      given = until
      return { date: dayText(day), effortMinutes }
    }),
  )
}
