import type { Reschedule, Task } from '@taskwright/sdk'
import { useState } from 'react'
import { usePreview, type Wanted } from '../../../data/reschedule.ts'
import { words } from '../../../language/words.ts'
import { DayField } from '../../../parts/day-field/day-field.tsx'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { Effects } from './effects.tsx'

const t = words('dates-dialog', {
  title: ({ title }: { title: string }) => `Dates of “${title}”`,
  start: 'Start',
  due: 'Due',
  milestone: 'Milestone: a day without a duration',
  save: 'Save',
  cancel: 'Cancel',
})

interface DatesDialogProps {
  task: Task
  onSave: (wanted: Wanted, moves: Reschedule | undefined) => void
  onClose: () => void
}

/** Start and due of a task, with what would move; all that dragging its bar does. */
export function DatesDialog({ task, onSave, onClose }: DatesDialogProps) {
  const { dates } = task
  const [start, setStart] = useState(dates.start?.slice(0, 10) ?? '')
  const [due, setDue] = useState(dates.due?.slice(0, 10) ?? '')
  const [isMilestone, setMilestone] = useState(dates.type === 'Milestone')
  const wanted = wantedOf(task, isMilestone ? { due } : { start, due }, isMilestone)
  const { moves, error, isLate } = usePreview(wanted)
  return (
    <Dialog title={t.title({ title: task.title })} onClose={onClose}>
      <div className="dates-form">
        {!isMilestone && (
          <div>
            <span aria-hidden="true">{t.start}</span>
            <DayField label={t.start} day={start} onChange={setStart} />
          </div>
        )}
        <div>
          <span aria-hidden="true">{t.due}</span>
          <DayField label={t.due} day={due} onChange={setDue} />
        </div>
        <label className="choice">
          <input type="checkbox" checked={isMilestone} onChange={({ target }) => setMilestone(target.checked)} />
          <span>{t.milestone}</span>
        </label>
      </div>
      <Fault error={error} />
      {wanted && !error && <Effects wanted={wanted} moves={moves} />}
      <div className="actions">
        <button
          type="button"
          disabled={!wanted || error !== null}
          onClick={() => {
            if (!wanted) return
            onSave(wanted, isLate ? undefined : moves)
            onClose()
          }}
        >
          {t.save}
        </button>
        <button type="button" className="secondary" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  )
}

/** A day keeps the time of day that it had; days alone are whole ones. Without days a task is in the backlog. */
function wantedOf(
  { id, dates }: Task,
  { start = '', due }: { start?: string; due: string },
  isMilestone: boolean,
): Wanted | undefined {
  const same = start === (dates.start?.slice(0, 10) ?? '') && due === (dates.due?.slice(0, 10) ?? '')
  if (same && isMilestone === (dates.type === 'Milestone')) return undefined
  const timed = (day: string, before: string | undefined) => (before ? `${day}${before.slice(10)}` : day)
  if (isMilestone)
    return due ? { tasks: [{ taskId: id, dates: { type: 'Milestone', due: timed(due, dates.due) } }] } : undefined
  if (!start && !due) return { tasks: [{ taskId: id, dates: { type: 'Backlog' } }] }
  return {
    tasks: [
      {
        taskId: id,
        dates: {
          type: 'Planned',
          ...(start && { start: timed(start, dates.start) }),
          ...(due && { due: timed(due, dates.due) }),
        },
      },
    ],
  }
}
