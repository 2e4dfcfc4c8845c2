import { useNavigate, useSearch } from '@tanstack/react-router'
import { queryContacts } from '@taskwright/sdk'
import { useDeferredValue, useState } from 'react'
import { useRead } from '../../../data/api.ts'
import { plural, words } from '../../../language/words.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { userTypes, userTypeText } from '../parts/user-types.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { PeopleList } from './people-list.tsx'
import { findPeople, type PeopleSearch, personStates, readPeopleSearch } from './people-search.ts'

const t = words('people-page', {
  title: 'People',
  lead: 'Everybody who works in the account: what they are, the groups they belong to, and whether they may sign in.',
  invite: 'Invite people',
  search: 'Search by name or address',
  type: 'Type',
  all: 'All types',
  state: 'State',
  active: 'Working',
  off: 'Switched off',
  removed: 'Removed',
  count: ({ count }: { count: number }) => plural(count, { one: '# person', other: '# people' }),
  nobody: 'Nobody fits.',
  nobodyOff: 'Nobody is switched off. Who is keeps name and history, and cannot sign in.',
  nobodyRemoved: 'Nobody was removed. Who is gives their place to somebody else, or leaves it empty.',
  reading: 'Reading …',
})

/** Everybody of the account, to find and to look after. */
export function PeoplePage() {
  const search = useSearch({ from: '/admin/people' })
  const navigate = useNavigate({ from: '/admin/people' })
  const [isInviting, setInviting] = useState(false)
  const isRemoved = search.state === 'removed'
  const { data, error, refetch } = useRead(queryContacts, { types: ['Person'], deleted: isRemoved })
  const asked = useDeferredValue(search)
  const found = findPeople(data ?? [], asked)
  const become = (change: Partial<Record<keyof PeopleSearch, string>>) =>
    void navigate({ search: readPeopleSearch({ ...search, ...change }), replace: true })
  const nobody = search.q || search.type || !search.state ? t.nobody : isRemoved ? t.nobodyRemoved : t.nobodyOff
  return (
    <AdminPage
      title={t.title}
      lead={t.lead}
      actions={
        <button type="button" onClick={() => setInviting(true)}>
          {t.invite}
        </button>
      }
    >
      <search className="admin-filter">
        <input
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          value={search.q ?? ''}
          onChange={({ target }) => become({ q: target.value })}
        />
        <select aria-label={t.type} value={search.type ?? ''} onChange={({ target }) => become({ type: target.value })}>
          <option value="">{t.all}</option>
          {userTypes.map((type) => (
            <option key={type} value={type}>
              {userTypeText(type)}
            </option>
          ))}
        </select>
        <select
          aria-label={t.state}
          value={search.state ?? 'active'}
          onChange={({ target }) => become({ state: target.value })}
        >
          {personStates.map((state) => (
            <option key={state} value={state}>
              {t[state]}
            </option>
          ))}
        </select>
        <p className="quiet" role="status">
          {data ? t.count({ count: found.length }) : t.reading}
        </p>
      </search>
      <Fault error={error} onRetry={refetch} />
      {data && found.length === 0 && <Empty icon="person" title={nobody} />}
      {found.length > 0 && <PeopleList people={found} />}
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </AdminPage>
  )
}
