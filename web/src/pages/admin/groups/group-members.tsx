import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Contact, type Group, modifyGroup, queryContacts, queryGroups } from '@taskwright/sdk'
import { useRef, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { patchRows } from '../../../data/patch.ts'
import { nameOf, usePeople } from '../../../data/people.ts'
import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Avatar } from '../../../parts/person.tsx'
import { byTitle, Picker } from '../../../parts/picker.tsx'
import { whenDone } from '../parts/when-done.ts'
import { emailOf } from '../people/people-search.ts'

const t = words('group-members', {
  members: ({ count }: { count: number }) => plural(count, { one: '# member', other: '# members' }),
  add: 'Add members',
  search: 'Search members',
  none: 'Nobody belongs to it yet.',
  takeOut: ({ name }: { name: string }) => `Take ${name} out of the group`,
  added: ({ count }: { count: number }) => plural(count, { one: '# person joined.', other: '# people joined.' }),
  out: ({ name }: { name: string }) => `${name} left the group.`,
  undo: 'Undo',
})

const enough = 12

/** Who belongs to a group, the way in and the way out. */
export function GroupMembers({ group }: { group: Group }) {
  const memory = useQueryClient()
  const people = usePeople()
  const [typed, setTyped] = useState('')
  const [wished, setWished] = useState<string[]>([])
  // Read when the list closes, before the state has come.
  const latest = useRef<string[]>([])
  const change = useChange(modifyGroup, [queryGroups, queryContacts], {
    show: ({ groupId, addMembers = [], removeMembers = [] }) =>
      patchRows<Group>(memory, [groupId], (row) => ({
        ...row,
        memberIds: [...(row.memberIds ?? []).filter((id) => !removeMembers.includes(id)), ...addMembers],
      })),
  })
  const members = group.memberIds
    .flatMap((id) => people.get(id) ?? [])
    .toSorted((one, other) => byTitle({ title: nameOf(one) }, { title: nameOf(other) }))
  const fits = members.filter((person) => nameOf(person).toLocaleLowerCase().includes(typed.toLocaleLowerCase()))
  const others = [...people.values()]
    .filter(({ id, type }) => type === 'Person' && !group.memberIds.includes(id))
    .map((person) => ({
      id: person.id,
      title: nameOf(person),
      mark: <Avatar person={person} />,
      note: emailOf(person),
    }))
    .sort(byTitle)
  const set = (input: { addMembers?: string[]; removeMembers?: string[] }, told: string) => {
    const { addMembers, removeMembers } = input
    const back = {
      ...(addMembers && { removeMembers: addMembers }),
      ...(removeMembers && { addMembers: removeMembers }),
    }
    const undo = { label: t.undo, run: () => whenDone(change.mutateAsync({ groupId: group.id, ...back })) }
    whenDone(change.mutateAsync({ groupId: group.id, ...input }), () => tell(told, { action: undo }))
  }
  const takeOut = (person: Contact) => set({ removeMembers: [person.id] }, t.out({ name: nameOf(person) }))
  return (
    <section className="card">
      <h2>{t.members({ count: group.memberIds.length })}</h2>
      {!group.myTeam && (
        <Picker
          label={t.add}
          items={others}
          chosen={wished}
          onChoose={(ids) => {
            latest.current = ids
            setWished(ids)
          }}
          isMany
          onOpenChange={(isOpen) => {
            const joining = latest.current
            if (isOpen || joining.length === 0) return
            set({ addMembers: joining }, t.added({ count: joining.length }))
            latest.current = []
            setWished([])
          }}
        >
          <Icon name="add" />
          {t.add}
        </Picker>
      )}
      {members.length > enough && (
        <input
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      )}
      {members.length === 0 && <p className="quiet">{t.none}</p>}
      <ul className="group-members">
        {fits.map((person) => (
          <li key={person.id}>
            <Avatar person={person} />
            <Link to="/admin/people/$userId" params={{ userId: person.id }}>
              {nameOf(person)}
            </Link>
            {!group.myTeam && (
              <button
                type="button"
                className="plain"
                aria-label={t.takeOut({ name: nameOf(person) })}
                onClick={() => takeOut(person)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
