import type { AccountWorkDay, WorkScheduleException } from '@taskwright/sdk'
import { type KeyboardEvent, useState } from 'react'
import { dayText } from '../../../data/days.ts'
import { addDays, dayAt, lastOfMonth, partsOf, weekdayOf } from '../../../language/calendar-days.ts'
import { locale, numberText } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'
import { exceptionText } from './exception-dialog.tsx'
import { dayShort, weekDays } from './week.ts'

const t = words('month-grid', {
  free: 'free',
  work: 'work day',
  day: ({ day, state, why }: { day: string; state: string; why: string }) =>
    why ? `${day}: ${state}, ${why}` : `${day}: ${state}`,
})

interface MonthGridProps {
  year: number
  month: number
  workDays: readonly AccountWorkDay[]
  exceptions: readonly WorkScheduleException[]
  onChoose: (day: string) => void
}

/** One month; arrow keys go from day to day, Enter chooses one. The tab key stops once. */
export function MonthGrid({ year, month, workDays, exceptions, onChoose }: MonthGridProps) {
  const first = dayAt(year, month, 1)
  const last = lastOfMonth(year, month)
  const [current, setCurrent] = useState(first)
  const stop = current >= first && current <= last ? current : first
  const lead = (weekdayOf(first) + 6) % 7
  const days = [...Array(partsOf(last).day).keys()].map((at) => addDays(first, at))
  const name = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(year, month - 1, 1))

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = addDays(stop, step)
    if (next < first || next > last) return
    setCurrent(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  return (
    <fieldset className="month" onKeyDown={onKeyDown}>
      <legend>{name}</legend>
      <div className="month-days">
        {weekDays.map((day) => (
          <span key={day} className="weekday" aria-hidden="true">
            {dayShort(day).slice(0, 2)}
          </span>
        ))}
        {days.map((day, at) => {
          const special = exceptions.find(({ fromDate, toDate }) => fromDate <= day && day <= toDate)
          const usual = workDays.includes(weekDays[(weekdayOf(day) + 6) % 7] as AccountWorkDay)
          const isWorked = special ? special.isWorkDays : usual
          return (
            <button
              key={day}
              type="button"
              data-day={day}
              data-state={special ? (isWorked ? 'extra' : 'off') : isWorked ? 'work' : 'rest'}
              tabIndex={day === stop ? 0 : -1}
              aria-label={t.day({
                day: dayText(day),
                state: isWorked ? t.work : t.free,
                why: special ? exceptionText(special.exclusionType) : '',
              })}
              style={at === 0 ? { gridColumnStart: lead + 1 } : undefined}
              onFocus={() => setCurrent(day)}
              onClick={() => onChoose(day)}
            >
              {numberText(at + 1)}
            </button>
          )
        })}
      </div>
    </fieldset>
  )
}
