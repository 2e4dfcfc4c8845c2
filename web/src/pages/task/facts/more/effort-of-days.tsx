import type { Task } from '@taskwright/sdk'
import { useState } from 'react'
import { dayText } from '../../../../data/days.ts'
import { nameOf, usePeople } from '../../../../data/people.ts'
import { addDays } from '../../../../language/calendar-days.ts'
import { durationText, parseDuration } from '../../../../language/durations.ts'
import { words } from '../../../../language/words.ts'
import { Dialog } from '../../../../parts/dialog.tsx'
import { DurationInput } from '../../../../parts/duration-input.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import './more.css'

const t = words('effort-of-days', {
  open: 'Days …',
  title: 'Effort day by day',
  day: 'Day',
  of: ({ name, day }: { name: string; day: string }) => `${name}, ${day}`,
  placeholder: 'Placeholder',
  nobody: 'Assign the task first: each day is of somebody.',
  undated: 'Plan the task first: there are no days yet.',
  save: 'Save',
  tooLong: 'The first 62 days are shown.',
})

type Effort = NonNullable<Task['effortAllocation']>
type Allocation = NonNullable<Effort['responsibleAllocation']>[number]
const mostDays = 62

const keyOf = ({ userId, placeholderId }: Allocation): string => userId ?? placeholderId ?? ''

/** What each of those who do the task does on each day, in a table. */
export function EffortOfDays({ effort, onChange }: { effort: Effort; onChange: (effort: Effort) => void }) {
  const [isOpen, setOpen] = useState(false)
  const { may } = useOpenTask()
  if (!may('editTask')) return null
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t.open}
      </button>
      {isOpen && <Table effort={effort} onChange={onChange} onClose={() => setOpen(false)} />}
    </>
  )
}

function Table({
  effort,
  onChange,
  onClose,
}: {
  effort: Effort
  onChange: (effort: Effort) => void
  onClose: () => void
}) {
  const { task } = useOpenTask()
  const people = usePeople()
  const workers: Allocation[] = [
    ...(task.responsibleIds ?? []).map((userId) => ({ userId })),
    ...(task.responsiblePlaceholderIds ?? []).map((placeholderId) => ({ placeholderId })),
  ]
  const [minutes, setMinutes] = useState<Record<string, Record<string, number>>>(() =>
    Object.fromEntries(
      (effort.responsibleAllocation ?? []).map((one) => [
        keyOf(one),
        Object.fromEntries((one.dailyAllocation ?? []).map(({ date, effortMinutes }) => [date, effortMinutes])),
      ]),
    ),
  )
  const days = daysOf(task)
  const nameFor = ({ userId }: Allocation) => {
    const person = people.get(userId ?? '')
    return person ? nameOf(person) : t.placeholder
  }
  const save = () => {
    onChange({
      mode: 'Flexible',
      responsibleAllocation: workers.map((worker) => ({
        ...worker,
        dailyAllocation: Object.entries(minutes[keyOf(worker)] ?? {})
          .filter(([, count]) => count > 0)
          .map(([date, effortMinutes]) => ({ date, effortMinutes }))
          .sort((a, b) => (a.date < b.date ? -1 : 1)),
      })),
    })
    onClose()
  }
  const set = (key: string, day: string, count = 0) =>
    setMinutes((before) => ({ ...before, [key]: { ...before[key], [day]: count } }))
  return (
    <Dialog title={t.title} onClose={onClose} isWide={workers.length > 2}>
      {workers.length === 0 || days.length === 0 ? (
        <p>{workers.length === 0 ? t.nobody : t.undated}</p>
      ) : (
        <>
          <table className="effort-days">
            <thead>
              <tr>
                <th scope="col">{t.day}</th>
                {workers.map((worker) => (
                  <th key={keyOf(worker)} scope="col">
                    {nameFor(worker)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.map((day) => (
                <tr key={day}>
                  <th scope="row">{dayText(day)}</th>
                  {workers.map((worker) => (
                    <td key={keyOf(worker)}>
                      <DurationInput
                        label={t.of({ name: nameFor(worker), day: dayText(day) })}
                        minutes={minutes[keyOf(worker)]?.[day]}
                        text={durationText}
                        parse={parseDuration}
                        most={24 * 60}
                        onChange={(count) => set(keyOf(worker), day, count)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {days.length === mostDays && <p className="quiet">{t.tooLong}</p>}
          <div className="actions">
            <button type="button" onClick={save}>
              {t.save}
            </button>
          </div>
        </>
      )}
    </Dialog>
  )
}

function daysOf({ dates: { start, due } }: Task): string[] {
  if (!start || !due) return []
  const days: string[] = []
  for (let day = start.slice(0, 10); day <= due.slice(0, 10) && days.length < mostDays; day = addDays(day, 1))
    days.push(day)
  return days
}
