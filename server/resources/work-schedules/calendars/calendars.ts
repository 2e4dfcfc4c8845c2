import type { Caller } from '#access/caller.ts'
import type { Rows } from '#events/rows.ts'
import { type Calendar, calendarOf, everyDay } from '#scheduling/calendar.ts'
import { type Worker, workerOf } from '#scheduling/capacity.ts'
import { dayOf } from '#scheduling/days.ts'
import type { Rule } from '#scheduling/spans.ts'
import { weekOf } from '#scheduling/week.ts'
import { type DayRow, type PersonDays, personDays, type ScheduleDays, scheduleDays } from './queries.ts'

/** Whose working days count: of a schedule of its own, of its only assignee, or of the account. */
export interface Followed {
  scheduleId: number | null
  assigneeId: number | null
}

/** Working days as they are now, read once; each calendar is made once. */
export interface Calendars {
  /** The days on which a task is worked at. */
  of(followed: Followed, workOnWeekends: boolean): Calendar
  /** Days and minutes of a person; without one, of what the task follows. */
  worker(who: Followed, workOnWeekends: boolean): Worker
}

/** Reads the working days of all that is named, in one statement for schedules and one for people. */
export async function loadCalendars(
  holder: Rows | Caller,
  accountId: number,
  followed: readonly Followed[],
): Promise<Calendars> {
  const scheduleIds = [...new Set(followed.flatMap(({ scheduleId }) => scheduleId ?? []))]
  const people = [...new Set(followed.flatMap(({ assigneeId }) => assigneeId ?? []))]
  const schedules = await scheduleDays(holder, accountId, scheduleIds, people)
  const persons = new Map((await personDays(holder, accountId, people)).map((row) => [row.person_id, row]))
  return calendarsOf(schedules, persons)
}

function calendarsOf(schedules: readonly ScheduleDays[], persons: ReadonlyMap<number, PersonDays>): Calendars {
  const byId = new Map(schedules.map((row) => [row.work_schedule_id, row]))
  const usual = schedules.find((row) => row.is_default) as ScheduleDays
  /** A task's own schedule says all; a person's comes with what is different for that person. */
  const days = ({ scheduleId, assigneeId }: Followed) => {
    const own = scheduleId === null ? undefined : byId.get(scheduleId)
    const person = own || assigneeId === null ? undefined : persons.get(assigneeId)
    return { schedule: own ?? byId.get(person?.work_schedule_id ?? usual.work_schedule_id) ?? usual, person }
  }
  const calendars = new Map<string, Calendar>()
  const workers = new Map<string, Worker>()
  const calendar: Calendars['of'] = (followed, workOnWeekends) => {
    const { schedule, person } = days(followed)
    return once(calendars, `${schedule.work_schedule_id}:${person?.person_id}:${workOnWeekends}`, () =>
      calendarOf(
        workOnWeekends ? everyDay : weekOf(schedule.work_days),
        rulesOf([...schedule.exceptions, ...(person?.exceptions ?? [])]),
      ),
    )
  }
  return {
    of: calendar,
    worker(who, workOnWeekends) {
      const { schedule, person } = days(who)
      return once(workers, `${schedule.work_schedule_id}:${person?.person_id}:${workOnWeekends}`, () =>
        workerOf(
          calendar(who, workOnWeekends),
          schedule.capacity_minutes,
          rulesOf([...schedule.capacities, ...(person?.capacities ?? [])]),
        ),
      )
    },
  }
}

const rulesOf = <V>(rows: readonly DayRow<V>[]): Rule<V>[] =>
  rows.map(([from, to, value]) => ({ from: dayOf(from), to: dayOf(to), value }))

function once<V>(made: Map<string, V>, key: string, make: () => V): V {
  const known = made.get(key)
  if (known !== undefined) return known
  const value = make()
  made.set(key, value)
  return value
}
