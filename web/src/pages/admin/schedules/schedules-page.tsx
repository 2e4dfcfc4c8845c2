import { Link, useNavigate } from '@tanstack/react-router'
import { createWorkSchedule, queryWorkSchedules } from '@taskwright/sdk'
import { type FormEvent, useId, useState } from 'react'
import { useChange, useRead } from '../../../data/api.ts'
import { durationText } from '../../../language/durations.ts'
import { plural, words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { focusedFirst } from '../parts/focused-first.ts'
import { PlanNote, useFeature } from '../parts/plan-note.tsx'
import { weekDays, weekText } from './week.ts'

const t = words('schedules-page', {
  title: 'Work schedules',
  lead: 'On which days people work and for how long, and when they are off. Due dates and plans follow it.',
  add: 'New schedule',
  name: 'Title',
  create: 'Create the schedule',
  says: 'It begins with Monday to Friday, eight hours a day.',
  default: 'For everybody else',
  people: ({ count }: { count: number }) => plural(count, { one: '# person', other: '# people' }),
  week: ({ days, hours }: { days: string; hours: string }) => `${days}, ${hours} a day`,
  reading: 'Reading …',
})

/** All work schedules: the one of everybody first. */
export function SchedulesPage() {
  const { data, error, refetch } = useRead(queryWorkSchedules, { fields: ['userIds'] })
  const [isAdding, setAdding] = useState(false)
  const { has } = useFeature('workSchedules')
  return (
    <AdminPage
      title={t.title}
      lead={t.lead}
      actions={
        <button type="button" disabled={!has} onClick={() => setAdding(true)}>
          {t.add}
        </button>
      }
    >
      <PlanNote feature="workSchedules" />
      <Fault error={error} onRetry={refetch} />
      {!data && !error && <p className="quiet">{t.reading}</p>}
      {data && (
        <ul className="admin-rows">
          {data.map(({ id, title, scheduleType, workweek, userIds = [] }) => (
            <li key={id}>
              <span className="row-main">
                <Link to="/admin/schedules/$scheduleId" params={{ scheduleId: id }}>
                  {title}
                </Link>
                <span className="quiet">
                  {t.week({
                    days: weekText(workweek[0]?.workDays ?? []),
                    hours: durationText(workweek[0]?.capacityMinutes ?? 0),
                  })}
                </span>
              </span>
              {scheduleType === 'Default' ? (
                <span className="tag">{t.default}</span>
              ) : (
                <span className="quiet">{t.people({ count: userIds.length })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {isAdding && <NewSchedule onClose={() => setAdding(false)} />}
    </AdminPage>
  )
}

function NewSchedule({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const create = useChange(createWorkSchedule, [queryWorkSchedules])
  const id = useId()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    const workweek = weekDays.map((dayOfWeek) => ({ dayOfWeek, isWorkDay: dayOfWeek !== 'Sat' && dayOfWeek !== 'Sun' }))
    create.mutate(
      { title: title.trim(), workweek },
      {
        onSuccess: ([made]) => {
          onClose()
          if (made) void navigate({ to: '/admin/schedules/$scheduleId', params: { scheduleId: made.id } })
        },
      },
    )
  }
  return (
    <Dialog title={t.add} onClose={onClose}>
      <form className="admin-form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={id}>{t.name}</label>
          <input
            id={id}
            ref={focusedFirst}
            maxLength={1000}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </div>
        <p className="quiet">{t.says}</p>
        <Fault error={create.error} />
        <div className="actions">
          <button type="submit" disabled={create.isPending || title.trim() === ''}>
            {t.create}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
