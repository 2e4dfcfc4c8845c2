import { Link } from '@tanstack/react-router'
import type { Task } from '@taskwright/sdk'
import { useMemo } from 'react'
import type { View } from '../../../data/use-view.ts'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Avatars } from '../../../parts/person.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import { DatesButton } from './dates-button.tsx'
import { dayName } from './day-cell.tsx'
import { daysOfTask } from './weeks.ts'

const t = words('calendar-agenda', {
  agenda: 'Days with tasks',
  none: 'Nothing in these days.',
  add: ({ day }: { day: string }) => `New task on ${day}`,
})

interface AgendaProps {
  view: View
  tasks: readonly Task[]
  /** The days of the month or week that is looked at; the last is not included. */
  from: number
  until: number
  isSpan: boolean
  today: number
  onDates: (task: Task) => void
  onCreate: (day: number) => void
}

/** The days that have tasks, one below the other: a calendar for narrow screens. */
export function Agenda({ view, tasks, from, until, isSpan, today, onDates, onCreate }: AgendaProps) {
  const days = useMemo(() => {
    const byDay = new Map<number, Task[]>()
    for (const task of tasks) {
      const span = daysOfTask(task, isSpan)
      if (!span) continue
      for (let day = Math.max(span.from, from); day <= Math.min(span.to, until - 1); day++) {
        const here = byDay.get(day)
        if (here) here.push(task)
        else byDay.set(day, [task])
      }
    }
    if (today >= from && today < until && !byDay.has(today)) byDay.set(today, [])
    return [...byDay].sort(([one], [other]) => one - other)
  }, [tasks, from, until, isSpan, today])
  const { facts } = view
  if (days.length === 0) return <p className="quiet agenda-none">{t.none}</p>
  return (
    <ol className="agenda" aria-label={t.agenda}>
      {days.map(([day, here]) => (
        <li key={day} className={day === today ? 'today' : ''}>
          <h3>
            {dayName(day)}
            {view.may.create && (
              <button
                type="button"
                className="plain"
                aria-label={t.add({ day: dayName(day) })}
                onClick={() => onCreate(day)}
              >
                <Icon name="add" />
              </button>
            )}
          </h3>
          <ul>
            {here.map((task) => (
              <li key={task.id} className={task.status === 'Completed' ? 'done' : ''}>
                <ColourDot color={facts.statuses.byId.get(task.customStatusId)?.color ?? 'Gray'} />
                <Link to="." search={(before) => ({ ...before, task: task.id })}>
                  {task.title}
                </Link>
                <Avatars people={(task.responsibleIds ?? []).flatMap((id) => facts.people.get(id) ?? [])} most={2} />
                {view.may.edit && <DatesButton task={task} onDates={onDates} />}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
