import { useState } from 'react'
import { dayNumber, localDay, monthStart, partsOfDay, weekStart } from '../../../data/day-numbers.ts'
import type { View } from '../../../data/use-view.ts'

/**
 * The day that a calendar is looked at by, and the way to another one. Its month or week stands in the address, unless it is that
 * of today; which day of it has the focus is nobody else's business.
 */
export function useAnchor(
  view: Pick<View, 'day' | 'goTo'>,
  scale: 'Month' | 'Week',
  firstWeekday: number,
  today: number,
): readonly [anchor: number, setAnchor: (day: number) => void] {
  const said = view.day === undefined ? today : dayNumber(view.day)
  const [meant, mean] = useState(said)
  const startOf = (day: number) => {
    const { year, month } = partsOfDay(day)
    return scale === 'Week' ? weekStart(day, firstWeekday) : monthStart(year, month)
  }
  const isBeside = (one: number, other: number) => startOf(one) !== startOf(other)
  return [
    isBeside(meant, said) ? said : meant,
    (day) => {
      mean(day)
      if (isBeside(day, said)) view.goTo(isBeside(day, today) ? localDay(day) : undefined)
    },
  ]
}
