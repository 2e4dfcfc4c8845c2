import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moments, mondayToFriday, rulesOf } from '#testing/schedules.ts'
import { calendarOf } from './calendar.ts'
import type { Link } from './links.ts'
import { replan } from './replan.ts'
import { reschedule, type ScheduledTask } from './reschedule.ts'
import { durationBetween, finishOf, firstMomentOfNext, workedBy } from './working-time.ts'

const relations = ['FinishToStart', 'StartToStart', 'FinishToFinish', 'StartToFinish'] as const
const projects = fc.record({
  tasks: fc.array(fc.record({ start: moments, minutes: fc.integer({ min: 1, max: 5000 }), away: fc.boolean() }), {
    minLength: 2,
    maxLength: 8,
  }),
  links: fc.array(
    fc.record({
      ends: fc.tuple(fc.nat(7), fc.nat(7)),
      relationType: fc.constantFrom(...relations),
      lagMinutes: fc.integer({ min: -1000, max: 2000 }),
    }),
    { maxLength: 10 },
  ),
  free: rulesOf(fc.boolean()),
})
type Project = typeof projects extends fc.Arbitrary<infer P> ? P : never

/** A plan in Monday to Friday whose links are all kept; some of its tasks are of somebody whose days will change. */
function planOf({ tasks, links, free }: Project) {
  const week = mondayToFriday
  const joined: Link[] = links
    .map(({ ends, ...rest }) => ({ predecessorId: Math.min(...ends), successorId: Math.max(...ends), ...rest }))
    .filter((link) => link.predecessorId !== link.successorId && link.successorId < tasks.length)
  const drawn = new Map<number, ScheduledTask>(
    tasks.map(({ start, minutes }, taskId) => {
      const startAt = firstMomentOfNext(workedBy(start, week), week)
      const dueAt = finishOf(startAt, minutes, week)
      const task = { taskId, startAt, dueAt, durationMinutes: minutes, calendar: week, wantedAt: null }
      return [taskId, { ...task, dateType: 'Planned' }] as const
    }),
  )
  const kept = new Map([...drawn, ...reschedule(drawn, joined, [...drawn.keys()]).map(entry)])
  const after = calendarOf(week, free)
  const touched = new Set(tasks.flatMap(({ away }, taskId) => (away ? [taskId] : [])))
  /** The same tasks when the days of those touched are these. */
  const within = (plan: ReadonlyMap<number, ScheduledTask>, calendar = after) =>
    new Map([...plan.values()].map((task) => entry(touched.has(task.taskId) ? { ...task, calendar } : task)))
  const change = (plan: ReadonlyMap<number, ScheduledTask>) =>
    new Map([...plan, ...replan(plan, joined, { tasks: touched, predecessors: plan.keys() }).map(entry)])
  return { kept, joined, touched, week, within, change }
}
const entry = (task: ScheduledTask) => [task.taskId, task] as const

describe('after a change of working days', () => {
  test('no successor comes before its links allow, and each task takes as long as before', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const { kept, joined, within, change } = planOf(project)
        const after = change(within(kept))
        for (const link of joined) expect(isKept(link, after)).toBe(true)
        for (const { startAt, dueAt, durationMinutes, calendar } of after.values())
          expect(durationBetween(startAt as string, dueAt as string, calendar)).toBe(durationMinutes)
      }),
      { numRuns: 500 },
    )
  })
  test('looking again changes nothing', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const { kept, joined, touched, within, change } = planOf(project)
        const after = change(within(kept))
        expect(replan(after, joined, { tasks: touched, predecessors: after.keys() })).toEqual([])
      }),
    )
  })
  test('undoing it undoes what it moved', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const { kept, week, within, change } = planOf(project)
        const undone = change(within(change(within(kept)), week))
        expect([...undone.values()].map(dates)).toEqual([...kept.values()].map(dates))
      }),
      { numRuns: 500 },
    )
  })
})

const dates = ({ taskId, startAt, dueAt, durationMinutes, wantedAt }: ScheduledTask) => ({
  taskId,
  startAt,
  dueAt,
  durationMinutes,
  wantedAt,
})

function isKept(link: Link, tasks: ReadonlyMap<number, ScheduledTask>): boolean {
  const [one, other] = [tasks.get(link.predecessorId), tasks.get(link.successorId)] as [ScheduledTask, ScheduledTask]
  const from = link.relationType.startsWith('Start') ? one.startAt : one.dueAt
  const to = link.relationType.endsWith('ToStart') ? other.startAt : other.dueAt
  const { calendar } = other
  return workedBy(to as string, calendar) >= workedBy(from as string, calendar) + link.lagMinutes * 60
}
