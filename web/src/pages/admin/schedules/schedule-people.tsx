import { Link } from '@tanstack/react-router'
import type { UpdateWorkScheduleInput, WorkSchedule } from '@taskwright/sdk'
import { useRef, useState } from 'react'
import { nameOf, usePeople } from '../../../data/people.ts'
import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Avatar } from '../../../parts/person.tsx'
import { byTitle, Picker } from '../../../parts/picker.tsx'

const t = words('schedule-people', {
  people: 'Who works by it',
  everybody: 'Everybody who is not assigned to another schedule.',
  none: 'Nobody yet. People who are added leave the schedule they had.',
  add: 'Add people',
  takeOut: ({ name }: { name: string }) => `${name}: back to the default schedule`,
  added: ({ count }: { count: number }) =>
    plural(count, { one: '# person works by it now.', other: '# people work by it now.' }),
  out: ({ name }: { name: string }) => `${name} works by the default schedule.`,
})

interface SchedulePeopleProps {
  schedule: WorkSchedule
  schedules: readonly WorkSchedule[]
  onSet: (
    members: Omit<UpdateWorkScheduleInput, 'workscheduleId'>,
    told: string,
    before?: Omit<UpdateWorkScheduleInput, 'workscheduleId'>,
  ) => void
}

/** Who works by a schedule. */
export function SchedulePeople({ schedule, schedules, onSet }: SchedulePeopleProps) {
  const people = usePeople()
  const [wished, setWished] = useState<string[]>([])
  const latest = useRef<string[]>([])
  const userIds = schedule.userIds ?? []
  const own = userIds
    .flatMap((id) => people.get(id) ?? [])
    .toSorted((one, other) => byTitle({ title: nameOf(one) }, { title: nameOf(other) }))
  const others = [...people.values()]
    .filter(({ id, type }) => type === 'Person' && !userIds.includes(id))
    .map((person) => {
      const elsewhere = schedules.find(
        ({ scheduleType, userIds: ids }) => scheduleType === 'Custom' && ids?.includes(person.id),
      )
      return {
        id: person.id,
        title: nameOf(person),
        mark: <Avatar person={person} />,
        ...(elsewhere && { note: elsewhere.title }),
      }
    })
    .sort(byTitle)
  if (schedule.scheduleType === 'Default')
    return (
      <section className="card">
        <h2>{t.people}</h2>
        <p className="quiet">{t.everybody}</p>
      </section>
    )
  return (
    <section className="card">
      <h2>{t.people}</h2>
      <Picker
        label={t.add}
        items={others}
        chosen={wished}
        isMany
        onChoose={(ids) => {
          latest.current = ids
          setWished(ids)
        }}
        onOpenChange={(isOpen) => {
          const addUsers = latest.current
          if (isOpen || addUsers.length === 0) return
          latest.current = []
          setWished([])
          onSet({ addUsers }, t.added({ count: addUsers.length }), { removeUsers: addUsers })
        }}
      >
        <Icon name="add" />
        {t.add}
      </Picker>
      {own.length === 0 && <p className="quiet">{t.none}</p>}
      <ul className="group-members">
        {own.map((person) => (
          <li key={person.id}>
            <Avatar person={person} />
            <Link to="/admin/people/$userId" params={{ userId: person.id }}>
              {nameOf(person)}
            </Link>
            <button
              type="button"
              className="plain"
              aria-label={t.takeOut({ name: nameOf(person) })}
              onClick={() =>
                onSet({ removeUsers: [person.id] }, t.out({ name: nameOf(person) }), { addUsers: [person.id] })
              }
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
