import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Contact, type Group, modifyGroupsBulk, queryGroups } from '@taskwright/sdk'
import { useChange, useRead } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { patchRows } from '../../../data/patch.ts'
import { nameOf } from '../../../data/people.ts'
import { words } from '../../../language/words.ts'
import { byTitle, Picker } from '../../../parts/picker.tsx'
import { whenDone } from '../parts/when-done.ts'
import { showsPeople } from './use-user-change.ts'

const t = words('person-groups', {
  groups: 'Groups',
  none: 'In no group',
  change: 'Change groups',
  changed: ({ name }: { name: string }) => `The groups of ${name} are changed.`,
  undo: 'Undo',
  empty: 'There are no groups yet.',
})

/** The groups a person is in, and the way into others and out. */
export function PersonGroups({ person }: { person: Contact }) {
  const memory = useQueryClient()
  const groups = (useRead(queryGroups, {}).data ?? []).filter(({ myTeam }) => !myTeam)
  const own = groups.filter(({ memberIds }) => memberIds.includes(person.id)).sort(byTitle)
  const change = useChange(modifyGroupsBulk, showsPeople, {
    show: ({ members }) => {
      const byId = new Map(members.map((one) => [one.id, one]))
      return patchRows<Group>(memory, [...byId.keys()], (group) => ({
        ...group,
        memberIds: [
          ...(group.memberIds ?? []).filter((id) => id !== person.id),
          ...(byId.get(group.id)?.addMembers ? [person.id] : []),
        ],
      }))
    },
  })
  const become = (ids: readonly string[]) => {
    const before = own.map(({ id }) => id)
    const moves = (now: readonly string[], was: readonly string[]) => [
      ...now.filter((id) => !was.includes(id)).map((id) => ({ id, addMembers: [person.id] })),
      ...was.filter((id) => !now.includes(id)).map((id) => ({ id, removeMembers: [person.id] })),
    ]
    const members = moves(ids, before)
    if (members.length === 0) return
    const undo = { label: t.undo, run: () => whenDone(change.mutateAsync({ members: moves(before, ids) })) }
    whenDone(change.mutateAsync({ members }), () => tell(t.changed({ name: nameOf(person) }), { action: undo }))
  }
  return (
    <div className="person-in">
      <h2>{t.groups}</h2>
      {own.length > 0 ? (
        <ul className="tags">
          {own.map(({ id, title }) => (
            <li key={id}>
              <Link className="tag" to="/admin/groups/$groupId" params={{ groupId: id }}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{groups.length === 0 ? t.empty : t.none}</p>
      )}
      {groups.length > 0 && (
        <Picker
          label={t.change}
          items={groups.map(({ id, title }) => ({ id, title })).sort(byTitle)}
          chosen={own.map(({ id }) => id)}
          onChoose={become}
          isMany
        >
          {t.change}
        </Picker>
      )}
    </div>
  )
}
