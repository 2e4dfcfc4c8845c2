import type { ViewDays } from '@taskwright/sdk'
import { useId } from 'react'
import { addDays } from '../../language/calendar-days.ts'
import { relativeWords, filterWords as t } from './filter-words.ts'

interface DaysFilterProps {
  label: string
  days: ViewDays | undefined
  /** Of what has happened: nothing lies ahead. */
  isPastOnly?: boolean
  onChange: (days: ViewDays | undefined) => void
}

type Relative = NonNullable<ViewDays['relative']>

const ahead: readonly Relative[] = [
  'Overdue',
  'Today',
  'Tomorrow',
  'ThisWeek',
  'NextWeek',
  'Next7Days',
  'ThisMonth',
  'NextMonth',
  'Yesterday',
  'LastWeek',
  'Last7Days',
  'LastMonth',
  'None',
]
const past: readonly Relative[] = [
  'Today',
  'Yesterday',
  'ThisWeek',
  'LastWeek',
  'Last7Days',
  'ThisMonth',
  'LastMonth',
  'None',
]

/** Days that move with today, or a range of days of which the last counts too. */
export function DaysFilter({ label, days, isPastOnly = false, onChange }: DaysFilterProps) {
  const id = useId()
  const isRange = days !== undefined && days.relative === undefined
  const last = days?.end ? addDays(days.end, -1) : ''
  const become = (start: string, end: string) => {
    const [from, until] = start && end && end < start ? [end, start] : [start, end]
    if (from === '' && until === '') return onChange(undefined)
    onChange({ ...(from && { start: from }), ...(until && { end: addDays(until, 1) }) })
  }
  const choose = (value: string) => {
    if (value === '') onChange(undefined)
    else if (value === 'days') onChange({ start: new Date().toISOString().slice(0, 10) })
    else onChange({ relative: value as Relative })
  }
  return (
    <>
      <label className="filter-label" htmlFor={id}>
        {label}
      </label>
      <div className="filter-days">
        <select
          id={id}
          value={isRange ? 'days' : (days?.relative ?? '')}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{t.any}</option>
          {(isPastOnly ? past : ahead).map((relative) => (
            <option key={relative} value={relative}>
              {relativeWords[relative]}
            </option>
          ))}
          <option value="days">{t.days}</option>
        </select>
        {isRange && (
          <>
            <input
              type="date"
              aria-label={`${label}: ${t.from}`}
              value={days.start ?? ''}
              onChange={({ target }) => become(target.value, last)}
            />
            <input
              type="date"
              aria-label={`${label}: ${t.until}`}
              value={last}
              onChange={({ target }) => become(days.start ?? '', target.value)}
            />
          </>
        )}
      </div>
    </>
  )
}
