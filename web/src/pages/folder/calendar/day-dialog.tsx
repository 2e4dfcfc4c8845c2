import { createTask, queryTasks, type Task } from '@taskwright/sdk'
import { type FormEvent, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import { localDay } from '../../../data/day-numbers.ts'
import type { View } from '../../../data/use-view.ts'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import { datesText } from '../dates/use-draft.ts'
import { DatesButton } from './dates-button.tsx'
import { dayName } from './day-cell.tsx'

const t = words('calendar-day-dialog', {
  none: 'No tasks on this day.',
  title: 'Title of a new task on this day',
  placeholder: 'New task',
  add: 'Add',
})

interface DayDialogProps {
  view: View
  day: number
  tasks: readonly Task[]
  /** It was opened to write a new task. */
  isNew: boolean
  onDates: (task: Task) => void
  onClose: () => void
}

/** All tasks of a day: to open, to put on other days, and to write another. */
export function DayDialog({ view, day, tasks, isNew, onDates, onClose }: DayDialogProps) {
  const [title, setTitle] = useState('')
  const create = useChange(createTask, [queryTasks])
  const { place } = view
  const send = (event: FormEvent) => {
    event.preventDefault()
    const text = title.trim()
    if (text === '' || place === 'all') return
    const date = localDay(day)
    create.mutate(
      { folderId: place.id, title: text, dates: { start: date, due: date } },
      { onSuccess: () => (isNew ? onClose() : setTitle('')) },
    )
  }
  return (
    <Dialog title={dayName(day)} onClose={onClose}>
      {tasks.length === 0 ? (
        !isNew && <p className="quiet">{t.none}</p>
      ) : (
        <ul className="day-tasks">
          {tasks.map((task) => (
            <li key={task.id}>
              <ColourDot color={view.facts.statuses.byId.get(task.customStatusId)?.color ?? 'Gray'} />
              <button
                type="button"
                className="link"
                onClick={() => {
                  onClose()
                  view.show(task.id)
                }}
              >
                {task.title}
              </button>
              <span className="quiet">{datesText(task.dates)}</span>
              {view.may.edit && <DatesButton task={task} onDates={onDates} />}
            </li>
          ))}
        </ul>
      )}
      {view.may.create && (
        <form className="day-new" onSubmit={send}>
          <input
            autoFocus={isNew}
            aria-label={t.title}
            placeholder={t.placeholder}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
          <button type="submit" disabled={title.trim() === '' || create.isPending}>
            {t.add}
          </button>
          <Fault error={create.error} />
        </form>
      )}
    </Dialog>
  )
}
