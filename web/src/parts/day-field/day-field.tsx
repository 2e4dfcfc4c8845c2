import { useId, useState } from 'react'
import { dayOf, dayText } from '../../data/days.ts'
import { parseDay } from '../../language/days-typed.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import { DayButton } from './day-button.tsx'
import './day-field.css'

const t = words('day-field', {
  wrong: 'This is no day. Write one like “tomorrow”, “next fri”, “3d” or “5 Dec”.',
  hint: 'tomorrow, fri, 3d …',
  calendar: ({ label }: { label: string }) => `${label}: calendar`,
  clear: ({ label }: { label: string }) => `${label}: clear`,
})

interface DayFieldProps {
  label: string
  /** yyyy-MM-dd (and what follows it), or empty. */
  day: string
  /** Another day, or empty where it may be cleared. */
  onChange: (day: string) => void
  canClear?: boolean
  id?: string
  describedBy?: string | undefined
}

/** A day, typed as people say it or chosen from a calendar. Enter or leaving it keeps what was typed, Escape what was there. */
export function DayField({ label, day, onChange, canClear = true, id, describedBy }: DayFieldProps) {
  const known = day.slice(0, 10)
  const [typed, setTyped] = useState<string>()
  const [isWrong, setWrong] = useState(false)
  const faultId = useId()
  const become = (next: string) => {
    setTyped(undefined)
    setWrong(false)
    if (next !== known) onChange(next)
  }
  const keep = () => {
    if (typed === undefined) return
    if (typed.trim() === '') return canClear ? become('') : become(known)
    const next = typed.trim() === dayText(known) ? known : parseDay(typed, dayOf(new Date()))
    if (next) become(next)
    else setWrong(true)
  }
  return (
    <div className="day-field">
      <div className="day-line">
        <input
          id={id}
          aria-label={label}
          aria-invalid={isWrong || undefined}
          aria-describedby={[isWrong && faultId, describedBy].filter(Boolean).join(' ') || undefined}
          placeholder={t.hint}
          autoComplete="off"
          value={typed ?? (known ? dayText(known) : '')}
          onChange={({ target }) => setTyped(target.value)}
          onFocus={({ target }) => target.select()}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              keep()
            }
            if (event.key !== 'Escape' || typed === undefined) return
            event.stopPropagation()
            become(known)
          }}
        />
        {known && canClear && (
          <button type="button" className="plain" aria-label={t.clear({ label })} onClick={() => become('')}>
            <Icon name="close" />
          </button>
        )}
        <DayButton label={label} name={t.calendar({ label })} day={known} onChange={become}>
          <Icon name="calendar" />
        </DayButton>
      </div>
      {isWrong && (
        <p className="fault" id={faultId} role="alert">
          {t.wrong}
        </p>
      )}
    </div>
  )
}
