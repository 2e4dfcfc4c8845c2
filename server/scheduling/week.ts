import { type WeekDay, weekDays } from '#contract/work-days.ts'
import { modulo } from './days.ts'

/** The same work days in every week; they are counted from the Monday before 1970. */
export interface Week {
  worksOn(day: number): boolean
  /** How many work days come before a day. */
  workDaysBefore(day: number): number
  /** The work day before which there are so many. */
  workDayAt(count: number): number
}

/** Day 0 is a Thursday. */
const mondayOffset = 3

/** The week in which these days are worked; at least one. */
export function weekOf(names: readonly WeekDay[]): Week {
  const worked = [...weekDays.slice(1), weekDays[0]].map((name) => names.includes(name))
  const offsets = worked.flatMap((works, at) => (works ? [at] : []))
  const before = worked.map((_, at) => offsets.filter((offset) => offset < at).length)
  const inWeek = offsets.length
  return {
    worksOn: (day) => worked[modulo(day + mondayOffset, 7)] as boolean,
    workDaysBefore(day) {
      const fromMonday = day + mondayOffset
      return Math.floor(fromMonday / 7) * inWeek + (before[modulo(fromMonday, 7)] as number)
    },
    workDayAt: (count) => Math.floor(count / inWeek) * 7 + (offsets[modulo(count, inWeek)] as number) - mondayOffset,
  }
}
