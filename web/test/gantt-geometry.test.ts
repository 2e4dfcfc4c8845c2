import type { Task } from '@taskwright/sdk'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, localDay, shifted, weekdayOf, weekStart } from '../src/data/day-numbers.ts'
import type { Places } from '../src/data/folders.ts'
import { freeDaysOf, nextWorkDay } from '../src/data/free-days-of.ts'
import { datesAsBefore, datesMovedBy } from '../src/data/moved-dates.ts'
import { axisOf, axisWidth, dayAt, scales, ticksOf, xOf, xOfDay } from '../src/pages/folder/gantt/axis.ts'
import { barOf, edgeOf, pathBetween } from '../src/pages/folder/gantt/bars.ts'
import { openRows, outlineOf, tasksBelow } from '../src/pages/folder/gantt/outline.ts'

const days = fc.integer({ min: 0, max: 40_000 })
const axes = fc
  .tuple(fc.constantFrom(...scales), days, fc.nat(900), days)
  .map(([scale, from, length, today]) => axisOf(scale, { from, until: from + length }, today))
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const free = fc
  .tuple(
    fc.subarray([...weekdays], { minLength: 1 }),
    fc.array(fc.record({ from: days, length: fc.nat(20), isWorkDays: fc.boolean() }), { maxLength: 5 }),
  )
  .map(([workDays, rules]) =>
    freeDaysOf(
      [{ workDays, capacityMinutes: 480 }],
      rules.map(({ from, length, isWorkDays }) => ({
        fromDate: localDay(from),
        toDate: localDay(from + length),
        isWorkDays,
      })),
    ),
  )

test('days are numbers and back, and weeks begin on the day that is asked for', () => {
  fc.assert(
    fc.property(days, fc.nat(6), (day, first) => {
      expect(dayNumber(localDay(day))).toBe(day)
      const start = weekStart(day, first)
      expect(weekdayOf(start)).toBe(first)
      expect(day - start).toBeGreaterThanOrEqual(0)
      expect(day - start).toBeLessThan(7)
    }),
  )
})

test('an axis holds its days and today, and each place of it is that of one day', () => {
  fc.assert(
    fc.property(axes, days, (axis, day) => {
      fc.pre(day >= axis.from && day < axis.until)
      expect(dayAt(axis, xOfDay(axis, day) + axis.dayWidth / 2)).toBe(day)
      expect(xOfDay(axis, day)).toBeGreaterThanOrEqual(0)
      expect(xOfDay(axis, day + 1)).toBeLessThanOrEqual(axisWidth(axis) + 1e-6)
      expect(xOf(axis, `${localDay(day)}T17:00:00`)).toBeCloseTo(xOfDay(axis, day + 1), 6)
      expect(xOf(axis, `${localDay(day)}T09:00:00`)).toBeCloseTo(xOfDay(axis, day), 6)
    }),
  )
})

test('the units above the chart cover a window without a gap, in each scale', () => {
  fc.assert(
    fc.property(axes, days, fc.integer({ min: 1, max: 400 }), fc.nat(6), (axis, from, length, firstWeekday) => {
      const { upper, lower } = ticksOf(axis, { from, until: from + length }, { locale: 'en-GB', firstWeekday })
      for (const row of [upper, lower]) {
        expect(row[0]?.from).toBeLessThanOrEqual(from)
        expect(row.at(-1)?.until).toBeGreaterThanOrEqual(from + length)
        row.slice(1).forEach((tick, at) => {
          expect(tick.from).toBe(row[at]?.until)
        })
      }
    }),
    { numRuns: 60 },
  )
})

test('the next work day is one, and none lies between', () => {
  fc.assert(
    fc.property(free, days, fc.constantFrom<1 | -1>(1, -1), (isFree, day, direction) => {
      const found = nextWorkDay(day, direction, isFree)
      expect(isFree(found)).toBe(false)
      for (let at = day; at !== found; at += direction) expect(isFree(at)).toBe(true)
    }),
  )
})

const planned = fc
  .record({ start: days, length: fc.nat(30), workOnWeekends: fc.boolean() })
  .map(({ start, length, workOnWeekends }) => ({
    type: 'Planned' as const,
    start: `${localDay(start)}T09:00:00`,
    due: `${localDay(start + length)}T17:00:00`,
    duration: 480,
    workOnWeekends,
  }))

test('a moved bar asks for its start alone, on a work day, in the direction of the hand', () => {
  fc.assert(
    fc.property(planned, fc.integer({ min: -40, max: 40 }), free, (dates, by, isFree) => {
      const wanted = datesMovedBy(dates, 'move', by, isFree)
      if (by === 0) {
        expect(wanted).toBeUndefined()
        return
      }
      const start = wanted?.start as string
      expect(wanted).toEqual({ start })
      expect(start.slice(10)).toBe('T09:00:00')
      if (dates.workOnWeekends) expect(start).toBe(shifted(dates.start, by))
      else expect(isFree(dayNumber(start))).toBe(false)
      const went = dayNumber(start) - dayNumber(dates.start)
      expect(Math.sign(went)).toBe(Math.sign(by))
      expect(Math.abs(went)).toBeGreaterThanOrEqual(Math.abs(by))
    }),
  )
})

test('an end that is moved stops at the other one, and the other stays', () => {
  fc.assert(
    fc.property(planned, fc.integer({ min: -60, max: 60 }), fc.constantFrom('start', 'due'), (dates, by, grip) => {
      const wanted = datesMovedBy(dates, grip as 'start' | 'due', by, () => false)
      if (!wanted) return
      expect(wanted.start?.slice(0, 10) ?? '').not.toBe('')
      expect((wanted.start as string) < (wanted.due as string)).toBe(true)
      expect(grip === 'start' ? wanted.due : wanted.start).toBe(grip === 'start' ? dates.due : dates.start)
    }),
  )
})

test('what brings a task back names its moments, and none that its type does not have', () => {
  expect(datesAsBefore({ type: 'Backlog', duration: 960 })).toEqual({ type: 'Backlog', duration: 960 })
  const due = '2026-03-06T13:00:00'
  expect(datesAsBefore({ type: 'Milestone', due })).toEqual({ type: 'Milestone', due })
  const dates = { type: 'Planned' as const, start: '2026-03-02T10:30:00', due, duration: 99 }
  expect(datesAsBefore(dates)).toEqual({ type: 'Planned', start: dates.start, due })
})

const relations = ['FinishToStart', 'StartToStart', 'FinishToFinish', 'StartToFinish'] as const

test('a line leaves the end that its relation speaks of, outwards, and enters the other from outside', () => {
  const bars = fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    width: fc.integer({ min: 6, max: 300 }),
    isMilestone: fc.boolean(),
  })
  fc.assert(
    fc.property(bars, bars, fc.constantFrom(...relations), fc.nat(20), fc.nat(20), (one, other, relation, a, b) => {
      fc.pre(a !== b)
      const [from, to] = [
        { bar: one, y: a * 40 },
        { bar: other, y: b * 40 },
      ]
      const path = pathBetween(relation, from, to)
      const numbers = [...path.matchAll(/([MHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)]
      const horizontal = numbers.filter(([, letter]) => letter !== 'V').map(([, , x]) => Number(x))
      const out = relation.startsWith('Start') ? -1 : 1
      const into = relation.endsWith('ToStart') ? 1 : -1
      expect(horizontal[0]).toBe(edgeOf(one, out))
      expect(horizontal.at(-1)).toBe(edgeOf(other, -into))
      expect(Math.sign((horizontal[1] as number) - (horizontal[0] as number))).toBe(out)
      expect(Math.sign((horizontal.at(-1) as number) - (horizontal.at(-2) as number))).toBe(into)
    }),
  )
})

test('a bar has the width of its dates, a milestone none, and a task without dates is not drawn', () => {
  const axis = axisOf('Week', { from: 100, until: 200 }, 100)
  const [start, due] = [`${localDay(120)}T09:00:00`, `${localDay(124)}T17:00:00`]
  expect(barOf(axis, { type: 'Planned', start, due })?.width).toBeCloseTo(5 * axis.dayWidth, 6)
  expect(barOf(axis, { type: 'Milestone', due })).toMatchObject({ width: 0, isMilestone: true })
  expect(barOf(axis, { type: 'Backlog' })).toBeUndefined()
})

const place = (id: string, childIds: string[] = []) => ({
  id,
  title: id,
  kind: 'folder' as const,
  childIds,
  parentIds: [],
  isPersonal: false,
})
const tree: Places = {
  byId: new Map(
    [place('root', ['a', 'b']), place('a', ['c']), place('b', ['c']), place('c')].map((one) => [one.id, one]),
  ),
  roots: ['root'],
}
const manyTasks = fc
  .array(
    fc.record({
      above: fc.array(fc.nat(14), { maxLength: 2 }),
      parents: fc.array(fc.constantFrom('root', 'a', 'b', 'c', 'elsewhere'), { maxLength: 2 }),
      done: fc.boolean(),
    }),
    { maxLength: 15 },
  )
  .map((all) =>
    all.map(
      ({ above, parents, done }, at) =>
        ({
          id: `t${at}`,
          title: `t${at}`,
          status: done ? 'Completed' : 'Active',
          superTaskIds: above.map((one) => `t${one}`).filter((id) => id !== `t${at}`),
          parentIds: parents,
          dates: { type: 'Planned', start: '2026-03-02T09:00:00', due: '2026-03-03T17:00:00', duration: 480 },
        }) as unknown as Task,
    ),
  )

test('an outline has every task once, below what holds it, whatever the links; a collapsed row hides what is below it alone', () => {
  fc.assert(
    fc.property(manyTasks, fc.array(fc.constantFrom('a', 'b', 't0', 't3', 't7')), (tasks, shut) => {
      const rows = outlineOf(tasks, tree, 'root')
      const ids = rows.map(({ id }) => id)
      expect(ids.filter((id) => id.startsWith('t')).sort()).toEqual(tasks.map(({ id }) => id).sort())
      expect(new Set(ids).size).toBe(ids.length)
      rows.forEach((row, at) => {
        expect(row.level).toBeLessThanOrEqual((rows[at - 1]?.level ?? 0) + 1)
        expect(row.done).toBeGreaterThanOrEqual(0)
        expect(row.done).toBeLessThanOrEqual(1)
      })
      const collapsed = new Set<string>(shut)
      const visible: string[] = []
      let hiddenBelow = Number.POSITIVE_INFINITY
      for (const row of rows) {
        if (row.level > hiddenBelow) continue
        hiddenBelow = collapsed.has(row.id) && row.isOpen !== undefined ? row.level : Number.POSITIVE_INFINITY
        visible.push(row.id)
      }
      expect(openRows(rows, collapsed).map(({ id }) => id)).toEqual(visible)
      for (const { id, count, task } of rows) expect(tasksBelow(rows, id)).toHaveLength(count + (task ? 1 : 0))
    }),
  )
})

test('10,000 tasks are laid out in less than half a second', () => {
  const tasks = Array.from(
    { length: 10_000 },
    (_, at) =>
      ({
        id: `t${at}`,
        status: 'Active',
        parentIds: ['a'],
        superTaskIds: at % 10 === 0 ? [] : [`t${at - (at % 10)}`],
        dates: { type: 'Planned', start: '2026-03-02T09:00:00', due: '2026-03-03T17:00:00' },
      }) as unknown as Task,
  )
  const started = performance.now()
  expect(outlineOf(tasks, tree, 'root')).toHaveLength(10_001)
  expect(performance.now() - started).toBeLessThan(500)
})
