import {
  deleteWorkScheduleException,
  queryWorkScheduleExceptions,
  type WorkSchedule,
  type WorkScheduleException,
} from '@taskwright/sdk'
import { useState } from 'react'
import { useChange, useRead } from '../../../data/api.ts'
import { dayOf, dayText } from '../../../data/days.ts'
import { tell } from '../../../data/notices.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { whenDone } from '../parts/when-done.ts'
import { ExceptionDialog, exceptionText } from './exception-dialog.tsx'
import { MonthGrid } from './month-grid.tsx'

const t = words('year-calendar', {
  title: 'Days off and additional work days',
  before: 'The year before',
  after: 'The year after',
  add: 'Add days',
  says: 'Choose a day to make it free or a work day; the marks below the numbers say the same as the colours.',
  none: ({ year }: { year: number }) =>
    `Nothing is special in ${year} yet. Add the holidays: plans keep clear of them.`,
  remove: ({ days }: { days: string }) => `${days}: as usual again`,
  removed: ({ days }: { days: string }) => `${days}: as usual again; due dates follow.`,
  span: ({ from, to }: { from: string; to: string }) => `${from} – ${to}`,
  free: 'free',
  work: 'work day',
})

/** The year of a schedule, month by month: work days, days off, what is special. */
export function YearCalendar({ schedule }: { schedule: WorkSchedule }) {
  const [year, setYear] = useState(() => new Date().getFullYear())
  const [adding, setAdding] = useState<string>()
  const range = { start: `${year}-01-01`, end: `${year}-12-31` }
  const exceptions = useRead(queryWorkScheduleExceptions, { workscheduleId: schedule.id, dateRange: range })
  const remove = useChange(deleteWorkScheduleException, [queryWorkScheduleExceptions])
  const found = (exceptions.data ?? []).toSorted((one, other) => one.fromDate.localeCompare(other.fromDate))
  const span = ({ fromDate, toDate }: WorkScheduleException) =>
    fromDate === toDate ? dayText(fromDate) : t.span({ from: dayText(fromDate), to: dayText(toDate) })
  return (
    <section className="card year" aria-label={t.title}>
      <div className="year-head">
        <h2>{t.title}</h2>
        <button type="button" className="plain" aria-label={t.before} onClick={() => setYear(year - 1)}>
          <Icon name="back" />
        </button>
        <strong>{year}</strong>
        <button type="button" className="plain" aria-label={t.after} onClick={() => setYear(year + 1)}>
          <Icon name="forward" />
        </button>
        <button type="button" className="secondary small" onClick={() => setAdding(firstDay(year))}>
          <Icon name="add" /> {t.add}
        </button>
      </div>
      <p className="quiet">{t.says}</p>
      <Fault error={exceptions.error} onRetry={exceptions.refetch} />
      <div className="months">
        {[...Array(12).keys()].map((month) => (
          <MonthGrid
            key={month}
            year={year}
            month={month + 1}
            workDays={schedule.workweek[0]?.workDays ?? []}
            exceptions={found}
            onChoose={setAdding}
          />
        ))}
      </div>
      {exceptions.data && found.length === 0 && <p className="quiet">{t.none({ year })}</p>}
      <ul className="exceptions">
        {found.map((one) => (
          <li key={one.id}>
            <span>{span(one)}</span>
            <span className="quiet">
              {exceptionText(one.exclusionType)} · {one.isWorkDays ? t.work : t.free}
            </span>
            <button
              type="button"
              className="plain"
              aria-label={t.remove({ days: span(one) })}
              onClick={() =>
                whenDone(remove.mutateAsync({ workscheduleExclusionId: one.id }), () =>
                  tell(t.removed({ days: span(one) })),
                )
              }
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      {adding && <ExceptionDialog schedule={schedule} day={adding} onClose={() => setAdding(undefined)} />}
    </section>
  )
}

/** Today, or the first day of another year. */
function firstDay(year: number): string {
  const today = dayOf(new Date())
  return today.startsWith(String(year)) ? today : `${year}-01-01`
}
