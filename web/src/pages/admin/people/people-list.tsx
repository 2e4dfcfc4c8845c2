import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type Contact, queryGroups } from '@taskwright/sdk'
import { useMemo, useRef, useState } from 'react'
import { useRead } from '../../../data/api.ts'
import { nameOf } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { ActionMenu } from '../../../parts/menu.tsx'
import { Avatar } from '../../../parts/person.tsx'
import { userTypeOf, userTypeText } from '../parts/user-types.ts'
import { emailOf, stateOf } from './people-search.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { useUserChange } from './use-user-change.ts'
import './people.css'

const t = words('people-list', {
  list: 'People',
  you: 'You',
  off: 'Switched off',
  removed: 'Removed',
  actions: ({ name }: { name: string }) => `${name}: what to do`,
  on: 'Switch on again',
  switchOff: 'Switch off',
  remove: 'Remove …',
})

const rowPx = 52

/** The people that were found; of a thousand only those are drawn that are seen. */
export function PeopleList({ people }: { people: readonly Contact[] }) {
  const scroll = useRef<HTMLDivElement>(null)
  const groups = useRead(queryGroups, {})
  const [leaving, setLeaving] = useState<Contact>()
  const { setActive } = useUserChange()
  const groupsOf = useMemo(() => {
    const titles = new Map<string, string[]>()
    for (const group of groups.data ?? [])
      if (!group.myTeam) for (const id of group.memberIds) titles.set(id, [...(titles.get(id) ?? []), group.title])
    return titles
  }, [groups.data])
  const rows = useVirtualizer({
    count: people.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowPx,
    overscan: 8,
    getItemKey: (at) => people[at]?.id ?? at,
  })
  return (
    <div className="people-list" ref={scroll}>
      <ul aria-label={t.list} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const person = people[index] as Contact
          const name = nameOf(person)
          const state = stateOf(person)
          return (
            <li
              key={key}
              className="person-row"
              aria-setsize={people.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Avatar person={person} />
              <span className="person-name">
                <Link className="person-link" to="/admin/people/$userId" params={{ userId: person.id }}>
                  {name || emailOf(person)}
                </Link>
                <span className="quiet">{emailOf(person)}</span>
              </span>
              <span className="person-type">
                {userTypeText(userTypeOf(person))}
                {person.me && <span className="tag">{t.you}</span>}
                {state !== 'active' && <span className="tag warn">{t[state]}</span>}
              </span>
              <span className="person-groups quiet">{groupsOf.get(person.id)?.join(', ')}</span>
              {canChange(person) && (
                <ActionMenu
                  label={t.actions({ name })}
                  groups={[
                    {
                      choices: [
                        state === 'active'
                          ? { label: t.switchOff, run: () => setActive(person, false) }
                          : { label: t.on, run: () => setActive(person, true) },
                        { label: t.remove, isHarm: true, run: () => setLeaving(person) },
                      ],
                    },
                  ]}
                />
              )}
            </li>
          )
        })}
      </ul>
      {leaving && <RemoveDialog person={leaving} onClose={() => setLeaving(undefined)} />}
    </div>
  )
}

/** Nobody changes the owner or oneself, and who is removed is invited again instead. */
export const canChange = (person: Contact): boolean => !person.me && !person.deleted && userTypeOf(person) !== 'owner'
