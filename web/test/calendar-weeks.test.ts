import type { Task } from '@taskwright/sdk'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, localDay, partsOfDay, weekdayOf } from '../src/data/day-numbers.ts'
import { datesDroppedOn } from '../src/pages/folder/calendar/moves.ts'
import {
  datedOf,
  daysOfTask,
  hiddenOn,
  piecesOf,
  piecesOn,
  turned,
  weeksOf,
} from '../src/pages/folder/calendar/weeks.ts'

const anchors = fc.integer({ min: 10_000, max: 30_000 })
const scales = fc.constantFrom<'Month' | 'Week'>('Month', 'Week')
const tasks = fc.array(
  fc.record({ start: fc.integer({ min: 19_990, max: 20_012 }), length: fc.nat(12), isMilestone: fc.boolean() }),
  { maxLength: 25 },
)
const asTasks = (all: readonly { start: number; length: number; isMilestone: boolean }[]) =>
  all.map(
    ({ start, length, isMilestone }, at) =>
      ({
        id: `t${at}`,
        dates: isMilestone
          ? { type: 'Milestone', due: `${localDay(start + length)}T17:00:00` }
          : { type: 'Planned', start: `${localDay(start)}T09:00:00`, due: `${localDay(start + length)}T17:00:00` },
      }) as unknown as Task,
  )

test('the weeks of a month hold all of its days, begin on the day asked for, and none is without a day of it', () => {
  fc.assert(
    fc.property(anchors, scales, fc.nat(6), (anchor, scale, firstWeekday) => {
      const weeks = weeksOf(anchor, scale, firstWeekday)
      const { year, month } = partsOfDay(anchor)
      const days = weeks.flatMap((start) => Array.from({ length: 7 }, (_, at) => start + at))
      expect(days).toContain(anchor)
      weeks.forEach((start, at) => {
        expect(weekdayOf(start)).toBe(firstWeekday)
        if (at > 0) expect(start).toBe((weeks[at - 1] as number) + 7)
      })
      if (scale === 'Week') return
      const inside = days.filter((day) => partsOfDay(day).year === year && partsOfDay(day).month === month)
      expect(inside).toHaveLength(partsOfDay(inside.at(-1) as number).date)
    }),
  )
})

test('turning the page goes to the month beside, and never over one', () => {
  fc.assert(
    fc.property(anchors, fc.integer({ min: -30, max: 30 }), (anchor, step) => {
      const [from, to] = [partsOfDay(anchor), partsOfDay(turned(anchor, 'Month', step))]
      expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + step)
      expect(turned(turned(anchor, 'Week', step), 'Week', -step)).toBe(anchor)
    }),
  )
})

test('pieces of a week never share a line on a day, and every task of the week has one', () => {
  fc.assert(
    fc.property(tasks, fc.boolean(), fc.nat(5), (given, isSpan, lines) => {
      const start = 20_000
      const all = asTasks(given)
      const pieces = piecesOf(datedOf(all, isSpan), start)
      const expected = all.filter((task) => {
        const days = daysOfTask(task, isSpan)
        return days && days.from < start + 7 && days.to >= start
      })
      expect(pieces.map(({ task }) => task.id).sort()).toEqual(expected.map(({ id }) => id).sort())
      for (let day = start; day < start + 7; day++) {
        const here = piecesOn(pieces, day)
        expect(new Set(here.map(({ line }) => line)).size).toBe(here.length)
        expect(hiddenOn(pieces, day, lines) + here.filter(({ line }) => line < lines).length).toBe(here.length)
      }
    }),
  )
})

test('what is dropped on a day is there: the held day of a task, an end that is pulled, one that had no dates', () => {
  fc.assert(
    fc.property(anchors, fc.nat(9), fc.nat(9), fc.integer({ min: -20, max: 20 }), (start, length, grabbed, by) => {
      const [task] = asTasks([{ start, length, isMilestone: false }]) as [Task]
      const day = start + Math.min(grabbed, length)
      const moved = datesDroppedOn(task, { grip: 'move', day }, day + by)
      if (by === 0) expect(moved).toBeUndefined()
      else expect(dayNumber(moved?.start as string)).toBe(start + by)
      const due = datesDroppedOn(task, { grip: 'due', day: start + length }, start + length + by)
      if (due) expect(dayNumber(due.due as string)).toBe(Math.max(start + length + by, start))
      const backlog = { dates: { type: 'Backlog' } } as Task
      expect(datesDroppedOn(backlog, { grip: 'move' }, day)).toEqual({
        type: 'Planned',
        start: localDay(day),
        due: localDay(day),
      })
    }),
  )
})
