import { Link } from '@tanstack/react-router'
import {
  type Contact,
  getContactsByIds,
  modifyContact,
  queryContacts,
  queryJobRoles,
  queryWorkSchedules,
  updateWorkSchedule,
} from '@taskwright/sdk'
import { useChange, useRead } from '../../../data/api.ts'
import { words } from '../../../language/words.ts'
import { useFeature } from '../parts/plan-note.tsx'
import { whenDone } from '../parts/when-done.ts'

const t = words('person-place', {
  role: 'Job role',
  none: 'None',
  schedule: 'Work schedule',
  calendar: 'Its week and holidays',
  default: ({ title }: { title: string }) => `${title} (of everybody)`,
})

/** The job role of a person and the schedule by which they work, where the plan has them. */
export function PersonPlace({ person }: { person: Contact }) {
  const { has: hasRoles } = useFeature('jobRoles')
  const { has: hasSchedules } = useFeature('workSchedules')
  return (
    <>
      {hasRoles && <JobRoleField person={person} />}
      {hasSchedules && <ScheduleField person={person} />}
    </>
  )
}

const touched = [getContactsByIds, queryContacts]

function JobRoleField({ person }: { person: Contact }) {
  const roles = useRead(queryJobRoles, {}).data ?? []
  const change = useChange(modifyContact, touched)
  const value = change.isPending ? change.variables.jobRoleId : person.jobRoleId
  return (
    <div>
      <dt>{t.role}</dt>
      <dd>
        <select
          aria-label={t.role}
          value={value ?? ''}
          onChange={({ target }) => whenDone(change.mutateAsync({ contactId: person.id, jobRoleId: target.value }))}
        >
          {!person.jobRoleId && <option value="">{t.none}</option>}
          {roles.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </dd>
    </div>
  )
}

function ScheduleField({ person }: { person: Contact }) {
  const schedules = useRead(queryWorkSchedules, {}).data ?? []
  const change = useChange(updateWorkSchedule, [...touched, queryWorkSchedules])
  const current = person.workScheduleId
  /** Everybody works by the default schedule who is taken out of another. */
  const become = (id: string) => {
    const isDefault = schedules.find((one) => one.id === id)?.scheduleType === 'Default'
    const input =
      isDefault && current
        ? { workscheduleId: current, removeUsers: [person.id] }
        : { workscheduleId: id, addUsers: [person.id] }
    whenDone(change.mutateAsync(input))
  }
  return (
    <div>
      <dt>{t.schedule}</dt>
      <dd>
        <select
          aria-label={t.schedule}
          disabled={change.isPending}
          value={current ?? ''}
          onChange={({ target }) => become(target.value)}
        >
          {schedules.map(({ id, title, scheduleType }) => (
            <option key={id} value={id}>
              {scheduleType === 'Default' ? t.default({ title }) : title}
            </option>
          ))}
        </select>
        {current && (
          <Link to="/admin/schedules/$scheduleId" params={{ scheduleId: current }}>
            {t.calendar}
          </Link>
        )}
      </dd>
    </div>
  )
}
