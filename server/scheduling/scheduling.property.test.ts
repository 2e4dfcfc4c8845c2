import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mondayToFriday, usualWeek } from '#testing/schedules.ts'
import { everyDay } from './calendar.ts'
import { type Link, wouldCycle } from './links.ts'
import { reschedule, type ScheduledTask } from './reschedule.ts'
import { type DatesInput, resolveDates, type TaskDates, WrongDates } from './task-dates.ts'
import { durationBetween, finishOf, startOf, workedBy } from './working-time.ts'

const week = mondayToFriday
const calendar = fc.constantFrom(mondayToFriday, everyDay)
const resolve = (input: DatesInput, current?: TaskDates) => resolveDates(input, usualWeek, current)
/** Working hours of a Monday to Friday: where moving there and back is exact. */
const workingStart = fc
  .record({ day: fc.integer({ min: 0, max: 10_000 }), minute: fc.integer({ min: 0, max: 479 }) })
  .map(({ day, minute }) =>
    new Date(Date.UTC(1990, 0, 1 + Math.floor(day / 5) * 7 + (day % 5), 9, minute)).toISOString().slice(0, 19),
  )
const duration = fc.integer({ min: 1, max: 50_000 })
const anyMoment = fc
  .date({ min: new Date('1975-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19))

describe('working time', () => {
  test('the official example: a day is 09:00 to 17:00 and 480 minutes', () => {
    expect(resolve({ start: '2026-03-02', due: '2026-03-03' })).toEqual({
      dateType: 'Planned',
      startAt: '2026-03-02T09:00:00',
      dueAt: '2026-03-03T17:00:00',
      durationMinutes: 960,
      workOnWeekends: false,
    })
  })
  test('a weekend has no length, unless it is worked', () => {
    expect(durationBetween('2026-03-06T09:00:00', '2026-03-09T17:00:00', week)).toBe(960)
    expect(durationBetween('2026-03-06T09:00:00', '2026-03-09T17:00:00', everyDay)).toBe(1920)
    expect(finishOf('2026-03-06T13:00:00', 480, week)).toBe('2026-03-09T13:00:00')
    expect(finishOf('2026-03-06T09:00:00', 480, week)).toBe('2026-03-06T17:00:00')
  })
  test('what starts and takes so long is done then, and back', () => {
    fc.assert(
      fc.property(workingStart, duration, calendar, (start, minutes, days) => {
        const due = finishOf(start, minutes, days)
        expect(durationBetween(start, due, days)).toBe(minutes)
        expect(startOf(due, minutes, days)).toBe(start)
        expect(due > start).toBe(true)
      }),
    )
  })
  test('durations add up, and time never runs backwards', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, anyMoment, calendar, (one, two, three, days) => {
        const [a, b, c] = [one, two, three].sort() as [string, string, string]
        expect(durationBetween(a, b, days) + durationBetween(b, c, days)).toBeCloseTo(durationBetween(a, c, days), 6)
        expect(workedBy(a, days)).toBeLessThanOrEqual(workedBy(b, days))
      }),
    )
  })
})

describe('dates of a task', () => {
  test('two of start, due and duration give the third', () => {
    fc.assert(
      fc.property(workingStart, duration, (start, minutes) => {
        const forward = resolve({ start, duration: minutes })
        const backward = resolve({ due: forward.dueAt as string, duration: minutes })
        expect(backward).toEqual(forward)
        expect(resolve({ start, due: forward.dueAt as string, duration: 7 })).toEqual(forward)
      }),
    )
  })
  test('types keep to their members', () => {
    const planned = resolve({ start: '2026-03-02', due: '2026-03-03' })
    expect(resolve({ type: 'Backlog' }, planned)).toMatchObject({
      dateType: 'Backlog',
      startAt: null,
      dueAt: null,
    })
    expect(resolve({ type: 'Milestone' }, planned)).toMatchObject({
      dateType: 'Milestone',
      startAt: null,
      dueAt: planned.dueAt,
    })
    expect(resolve({ due: '2026-03-05' }, resolve({ type: 'Milestone', due: '2026-03-02' })).dateType).toBe('Milestone')
    expect(resolve({ start: '2026-03-04' }, planned)).toMatchObject({
      durationMinutes: 960,
      dueAt: '2026-03-05T17:00:00',
    })
    for (const wrong of [
      { type: 'Backlog', due: '2026-03-02' },
      { type: 'Milestone' },
      { type: 'Milestone', start: '2026-03-02' },
      { type: 'Planned' },
      { start: '2026-03-04', due: '2026-03-03' },
      { start: '1969-12-31' },
      { due: '2100-01-01' },
    ] as const) {
      expect(() => resolve(wrong), JSON.stringify(wrong)).toThrow(WrongDates)
    }
  })
})

const relation = fc.constantFrom('FinishToStart', 'StartToStart', 'FinishToFinish', 'StartToFinish') as fc.Arbitrary<
  Link['relationType']
>
const project = fc.record({
  tasks: fc.array(fc.record({ start: workingStart, minutes: fc.integer({ min: 1, max: 5000 }), calendar }), {
    minLength: 2,
    maxLength: 8,
  }),
  links: fc.array(
    fc.record({ one: fc.nat(7), other: fc.nat(7), relation, lagMinutes: fc.integer({ min: -1000, max: 2000 }) }),
    { maxLength: 12 },
  ),
})

test('after rescheduling no link is broken, nothing moved backwards, and durations are kept', () => {
  fc.assert(
    fc.property(project, ({ tasks, links }) => {
      const before = new Map<number, ScheduledTask>(
        tasks.map(({ start, minutes, calendar }, taskId) => [
          taskId,
          {
            taskId,
            dateType: 'Planned',
            startAt: start,
            dueAt: finishOf(start, minutes, calendar),
            durationMinutes: minutes,
            calendar,
            wantedAt: null,
          },
        ]),
      )
      const joined: Link[] = links
        .map(({ one, other, ...rest }) => ({
          predecessorId: Math.min(one, other),
          successorId: Math.max(one, other),
          relationType: rest.relation,
          lagMinutes: rest.lagMinutes,
        }))
        .filter(({ predecessorId, successorId }) => predecessorId !== successorId && successorId < tasks.length)
      const moved = reschedule(before, joined, [...before.keys()])
      const after = new Map([...before, ...moved.map((task) => [task.taskId, task] as const)])
      for (const link of joined) expect(isKept(link, after)).toBe(true)
      for (const task of moved) {
        const old = before.get(task.taskId) as ScheduledTask
        expect((task.startAt as string) >= (old.startAt as string)).toBe(true)
        expect(durationBetween(task.startAt as string, task.dueAt as string, task.calendar)).toBeCloseTo(
          task.durationMinutes as number,
          6,
        )
      }
      expect(reschedule(after, joined, [...after.keys()])).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

function isKept(link: Link, tasks: Map<number, ScheduledTask>): boolean {
  const [one, other] = [tasks.get(link.predecessorId), tasks.get(link.successorId)] as [ScheduledTask, ScheduledTask]
  const from = link.relationType.startsWith('Start') ? one.startAt : one.dueAt
  const to = link.relationType.endsWith('ToStart') ? other.startAt : other.dueAt
  return workedBy(to as string, other.calendar) >= workedBy(from as string, other.calendar) + link.lagMinutes * 60
}

test('a circle is seen before it is closed', () => {
  const links = [
    { predecessorId: 1, successorId: 2 },
    { predecessorId: 2, successorId: 3 },
  ]
  expect(wouldCycle(links, 3, 1)).toBe(true)
  expect(wouldCycle(links, 1, 3)).toBe(false)
  expect(wouldCycle(links, 4, 4)).toBe(true)
})
