import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import {
  deleteWorkSchedule,
  duplicateWorkSchedule,
  queryWorkSchedules,
  type UpdateWorkScheduleInput,
  updateWorkSchedule,
  type WorkSchedule,
} from '@taskwright/sdk'
import { useState } from 'react'
import { useChange, useRead } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { patchRows } from '../../../data/patch.ts'
import { durationText, parseDuration } from '../../../language/durations.ts'
import { words } from '../../../language/words.ts'
import { Confirm } from '../../../parts/dialog.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { EditableText } from '../parts/editable-text.tsx'
import { PlanNote } from '../parts/plan-note.tsx'
import { whenDone } from '../parts/when-done.ts'
import { SchedulePeople } from './schedule-people.tsx'
import { dayName, dayShort, weekDays } from './week.ts'
import { YearCalendar } from './year-calendar.tsx'
import './schedules.css'

const t = words('schedule-page', {
  back: 'Work schedules',
  schedule: 'Work schedule',
  reading: 'Reading …',
  gone: 'There is no such schedule.',
  title: 'Title',
  week: 'Work days',
  hours: 'Hours a day',
  wrongHours: 'Write hours like “8h”, “7h 30m” or “7.5”, up to 24.',
  days: ({ title }: { title: string }) => `The week of ${title} is changed; due dates follow it.`,
  hoursTold: ({ hours }: { hours: string }) => `A day has ${hours} now.`,
  undo: 'Undo',
  copy: 'Duplicate',
  copied: ({ title }: { title: string }) => `Copy of ${title}`,
  remove: 'Delete the schedule …',
  confirm: ({ title }: { title: string }) => `Delete the schedule ${title}?`,
  confirmSays: 'Its people work by the default schedule then, and their due dates follow. This cannot be undone.',
  confirmAct: 'Delete the schedule',
  removed: ({ title }: { title: string }) => `The schedule ${title} is deleted.`,
  defaultSays: 'It holds for everybody who has no schedule of their own, and cannot be deleted.',
})

/** One schedule: its week, its days off over the year, and who works by it. */
export function SchedulePage() {
  const { scheduleId } = useParams({ from: '/admin/schedules/$scheduleId' })
  const { data, error, refetch } = useRead(queryWorkSchedules, { fields: ['userIds'] })
  const schedule = data?.find(({ id }) => id === scheduleId)
  return (
    <AdminPage title={schedule?.title ?? t.schedule} back={<Link to="/admin/schedules">{t.back}</Link>}>
      <PlanNote feature="workSchedules" />
      <Fault error={error} onRetry={refetch} />
      {!data && !error && <p className="quiet">{t.reading}</p>}
      {data && !schedule && <Empty icon="calendar" title={t.gone} />}
      {schedule && <Editor schedule={schedule} schedules={data ?? []} />}
    </AdminPage>
  )
}

type Members = Omit<UpdateWorkScheduleInput, 'workscheduleId'>

function Editor({ schedule, schedules }: { schedule: WorkSchedule; schedules: readonly WorkSchedule[] }) {
  const memory = useQueryClient()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const touched = [queryWorkSchedules]
  const change = useChange(updateWorkSchedule, touched, {
    show: ({ workscheduleId, title, workweek, capacityMinutes }) =>
      patchRows<WorkSchedule>(memory, [workscheduleId], (row) => ({
        ...row,
        ...(title !== undefined && { title }),
        workweek: (row.workweek ?? []).map((week) => ({
          workDays: workweek ? weekDays.filter((day) => isWorked(day, workweek, week.workDays)) : week.workDays,
          capacityMinutes: capacityMinutes ?? week.capacityMinutes,
        })),
      })),
  })
  const copy = useChange(duplicateWorkSchedule, touched)
  const remove = useChange(deleteWorkSchedule, touched)
  const { id: workscheduleId, title, workweek, scheduleType } = schedule
  const { workDays = [], capacityMinutes = 0 } = workweek[0] ?? {}
  const set = (members: Members, told?: string, before?: Members) =>
    whenDone(change.mutateAsync({ workscheduleId, ...members }), () => {
      if (!told || !before) return
      const run = () => whenDone(change.mutateAsync({ workscheduleId, ...before }))
      tell(told, { action: { label: t.undo, run } })
    })
  const toggle = (dayOfWeek: (typeof weekDays)[number]) => {
    const isWorkDay = !workDays.includes(dayOfWeek)
    const week = (isWorked: boolean) => ({ workweek: [{ dayOfWeek, isWorkDay: isWorked }] })
    set(week(isWorkDay), t.days({ title }), week(!isWorkDay))
  }
  const setHours = (typed: string) => {
    const minutes = parseDuration(typed)
    const isRight = minutes !== undefined && minutes > 0 && minutes <= 1440
    setWrong(isRight ? undefined : t.wrongHours)
    if (isRight) set({ capacityMinutes: minutes }, t.hoursTold({ hours: durationText(minutes) }), { capacityMinutes })
  }
  return (
    <>
      <div className="admin-columns">
        <section className="card">
          <EditableText label={t.title} value={title} maxLength={1000} onChange={(next) => set({ title: next })} />
          <fieldset className="week">
            <legend>{t.week}</legend>
            {weekDays.map((day) => (
              <label key={day} title={dayName(day)}>
                <input
                  type="checkbox"
                  aria-label={dayName(day)}
                  checked={workDays.includes(day)}
                  onChange={() => toggle(day)}
                />
                <span aria-hidden="true">{dayShort(day)}</span>
              </label>
            ))}
          </fieldset>
          <div className="field">
            <span className="label">{t.hours}</span>
            <EditableText label={t.hours} value={durationText(capacityMinutes)} onChange={setHours} />
            {wrong && (
              <p className="fault" role="alert">
                {wrong}
              </p>
            )}
          </div>
          {scheduleType === 'Default' && <p className="quiet">{t.defaultSays}</p>}
          <div className="actions">
            <button
              type="button"
              className="secondary small"
              onClick={() =>
                whenDone(copy.mutateAsync({ workscheduleId, title: t.copied({ title }) }), ([made]) => {
                  if (made) void navigate({ to: '/admin/schedules/$scheduleId', params: { scheduleId: made.id } })
                })
              }
            >
              {t.copy}
            </button>
            {scheduleType === 'Custom' && (
              <button type="button" className="harm small" onClick={() => setAsking(true)}>
                {t.remove}
              </button>
            )}
          </div>
        </section>
        <SchedulePeople schedule={schedule} schedules={schedules} onSet={set} />
      </div>
      <YearCalendar schedule={schedule} />
      {isAsking && (
        <Confirm
          title={t.confirm({ title })}
          act={t.confirmAct}
          onAct={() =>
            whenDone(remove.mutateAsync({ workscheduleId }), () => {
              tell(t.removed({ title }))
              void navigate({ to: '/admin/schedules' })
            })
          }
          onClose={() => setAsking(false)}
        >
          <p>{t.confirmSays}</p>
        </Confirm>
      )}
    </>
  )
}

const isWorked = (
  day: string,
  wished: readonly { dayOfWeek: string; isWorkDay: boolean }[],
  before: readonly string[],
): boolean => wished.find(({ dayOfWeek }) => dayOfWeek === day)?.isWorkDay ?? before.includes(day)
