import { useState } from 'react'
import { dayText } from '../../../data/days.ts'
import { timeText } from '../../../data/times.ts'
import { words } from '../../../language/words.ts'
import { DayField } from '../../../parts/day-field/day-field.tsx'
import { Icon } from '../../../parts/icon.tsx'

const t = words('chosen-date', {
  time: ({ label }: { label: string }) => `${label}: time of day`,
  setTime: ({ label }: { label: string }) => `${label}: set the time of day`,
})

interface ChosenDateProps {
  label: string
  /** A local date-time of the API, or empty. */
  moment: string
  /** The hour that a day alone means here: HH:mm. */
  usual: string
  /** A day alone, a day with its hour, or empty. */
  onChange: (moment: string) => void
  mayChange: boolean
}

/** A day of a task, and its hour where that is not the usual one. */
export function ChosenDate({ label, moment, usual, onChange, mayChange }: ChosenDateProps) {
  const hour = moment.slice(11, 16)
  const isUnusual = hour !== '' && hour !== usual
  const [isTimed, setTimed] = useState(false)
  if (!mayChange)
    return (
      <time dateTime={moment}>
        {dayText(moment)}
        {isUnusual && `, ${timeText(hour)}`}
      </time>
    )
  const atHour = (day: string) => (day !== '' && isUnusual ? `${day}T${hour}:00` : day)
  return (
    <>
      <DayField label={label} day={moment} onChange={(day) => onChange(atHour(day))} />
      {moment !== '' &&
        (isTimed || isUnusual ? (
          <input
            type="time"
            className="fact-time"
            aria-label={t.time({ label })}
            value={hour}
            onChange={({ target }) => target.value && onChange(`${moment.slice(0, 10)}T${target.value}:00`)}
          />
        ) : (
          <button type="button" className="plain" aria-label={t.setTime({ label })} onClick={() => setTimed(true)}>
            <Icon name="clock" />
          </button>
        ))}
    </>
  )
}
