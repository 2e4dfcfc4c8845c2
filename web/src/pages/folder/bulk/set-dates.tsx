import type { Task } from '@taskwright/sdk'
import { type FormEvent, useId, useState } from 'react'
import { words } from '../../../language/words.ts'
import { DayField } from '../../../parts/day-field/day-field.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import type { Edit } from './use-edit.ts'

const t = words('set-dates', {
  title: 'Dates of the selected tasks',
  start: 'Start',
  due: 'Due',
  hint: 'With one day alone, each task is of that day. With none, they have no dates any more.',
  shift: 'Move by days',
  shiftHint: 'Tasks without dates stay without.',
  set: 'Set these dates',
  move: 'Move the dates',
})

interface SetDatesProps {
  tasks: readonly Task[]
  edit: Edit
  onClose: () => void
}

/** The same dates for several tasks, or all of their dates moved by some days. */
export function SetDates({ tasks, edit, onClose }: SetDatesProps) {
  const [start, setStart] = useState('')
  const [due, setDue] = useState('')
  const [days, setDays] = useState('')
  const shiftId = useId()
  const set = (event: FormEvent) => {
    event.preventDefault()
    const [first = '', last = ''] = [start || due, due || start].sort()
    const dates = first === '' ? { type: 'Backlog' as const } : { type: 'Planned' as const, start: first, due: last }
    void edit.set(tasks, { dates })
    onClose()
  }
  const shift = (event: FormEvent) => {
    event.preventDefault()
    const by = Number(days)
    if (!Number.isInteger(by) || by === 0) return
    void edit.set(tasks, ({ dates }) => {
      if (dates.type === 'Backlog') return {}
      return {
        dates: {
          type: dates.type,
          ...(dates.type === 'Planned' && dates.start && { start: shifted(dates.start, by) }),
          ...(dates.due && { due: shifted(dates.due, by) }),
        },
      }
    })
    onClose()
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form onSubmit={set} className="set-dates">
        <div>
          <span>{t.start}</span>
          <DayField label={t.start} day={start} onChange={setStart} />
        </div>
        <div>
          <span>{t.due}</span>
          <DayField label={t.due} day={due} onChange={setDue} />
        </div>
        <p className="hint">{t.hint}</p>
        <button type="submit">{t.set}</button>
      </form>
      <form onSubmit={shift} className="set-dates">
        <label htmlFor={shiftId}>{t.shift}</label>
        <input id={shiftId} type="number" step="1" value={days} onChange={({ target }) => setDays(target.value)} />
        <p className="hint">{t.shiftHint}</p>
        <button type="submit" className="secondary" disabled={days === ''}>
          {t.move}
        </button>
      </form>
    </Dialog>
  )
}

/** A local date-time some days later, at the same hour. */
function shifted(local: string, days: number): string {
  const date = new Date(`${local.slice(0, 10)}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return `${date.toISOString().slice(0, 10)}${local.slice(10)}`
}
