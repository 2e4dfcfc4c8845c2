import { Link, useParams } from '@tanstack/react-router'
import { type Contact, getContactsByIds, getUserWork } from '@taskwright/sdk'
import { useState } from 'react'
import { useRead } from '../../../data/api.ts'
import { nameOf } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { givenTypes, type UserType, userTypeOf, userTypeText, useUserTypeIds } from '../parts/user-types.ts'
import { canChange } from './people-list.tsx'
import { emailOf, stateOf } from './people-search.ts'
import { PersonGroups } from './person-groups.tsx'
import { PersonPlace } from './person-place.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { useUserChange } from './use-user-change.ts'
import { WorkFacts } from './work-facts.tsx'

const t = words('person-page', {
  back: 'People',
  person: 'Person',
  reading: 'Reading …',
  type: 'Type',
  state: 'Signing in',
  active: 'May sign in',
  off: 'Switched off: cannot sign in',
  removed: 'Removed: has no access any more',
  owner: 'The owner of the account stays what they are.',
  you: 'This is you. Another admin can change what you are.',
  again: 'Invite the address again to bring the person back.',
  has: 'What the person has',
  access: 'Access',
  on: 'Switch on again',
  switchOff: 'Switch off',
  remove: 'Remove …',
  email: 'Address',
  zone: 'Time zone',
  role: 'Role',
  title: 'Title',
})

/** One person: what they are, where they belong, what they have, and whether they may come in. */
export function PersonPage() {
  const { userId } = useParams({ from: '/admin/people/$userId' })
  const { data, error, refetch } = useRead(getContactsByIds, {
    contactIds: [userId],
    fields: ['jobRoleId', 'workScheduleId'],
  })
  const person = data?.[0]
  return (
    <AdminPage
      title={person ? nameOf(person) || emailOf(person) : t.person}
      back={<Link to="/admin/people">{t.back}</Link>}
    >
      <Fault error={error} onRetry={refetch} />
      {!person && !error && <p className="quiet">{t.reading}</p>}
      {person && <Person person={person} />}
    </AdminPage>
  )
}

function Person({ person }: { person: Contact }) {
  const [isLeaving, setLeaving] = useState(false)
  const work = useRead(getUserWork, { userId: person.id })
  const { setActive } = useUserChange()
  const state = stateOf(person)
  const isOpen = canChange(person)
  const why = person.me ? t.you : person.deleted ? t.again : userTypeOf(person) === 'owner' ? t.owner : undefined
  return (
    <div className="admin-columns">
      <section className="card">
        <dl className="facts">
          <div>
            <dt>{t.email}</dt>
            <dd>{emailOf(person)}</dd>
          </div>
          {person.title && (
            <div>
              <dt>{t.title}</dt>
              <dd>{person.title}</dd>
            </div>
          )}
          <div>
            <dt>{t.zone}</dt>
            <dd>{person.timezone}</dd>
          </div>
          <div>
            <dt>{t.type}</dt>
            <dd>{isOpen ? <TypeField person={person} /> : userTypeText(userTypeOf(person))}</dd>
          </div>
          {!person.deleted && <PersonPlace person={person} />}
        </dl>
        {!person.deleted && <PersonGroups person={person} />}
      </section>
      <section className="card">
        <h2>{t.access}</h2>
        <p>{t[state]}</p>
        {why && <p className="quiet">{why}</p>}
        {isOpen && (
          <div className="actions">
            <button type="button" className="secondary" onClick={() => setActive(person, state !== 'active')}>
              {state === 'active' ? t.switchOff : t.on}
            </button>
            <button type="button" className="harm" onClick={() => setLeaving(true)}>
              {t.remove}
            </button>
          </div>
        )}
        <h2>{t.has}</h2>
        <Fault error={work.error} onRetry={work.refetch} />
        {work.data?.[0] && <WorkFacts work={work.data[0]} />}
      </section>
      {isLeaving && <RemoveDialog person={person} onClose={() => setLeaving(false)} />}
    </div>
  )
}

function TypeField({ person }: { person: Contact }) {
  const typeIds = useUserTypeIds()
  const { setType } = useUserChange()
  const own = userTypeOf(person)
  const says = givenTypes.find(([type]) => type === own)?.[1]
  return (
    <>
      <select
        aria-label={t.type}
        disabled={!typeIds}
        value={own}
        onChange={({ target }) => setType(person, target.value as UserType)}
      >
        {givenTypes.map(([type]) => (
          <option key={type} value={type}>
            {userTypeText(type)}
          </option>
        ))}
      </select>
      {says && <span className="hint">{says()}</span>}
    </>
  )
}
