import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import {
  deleteGroup,
  type Group,
  type ModifyGroupInput,
  modifyGroup,
  queryContacts,
  queryGroups,
} from '@taskwright/sdk'
import { useState } from 'react'
import { useChange, useRead } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { patchRows } from '../../../data/patch.ts'
import { words } from '../../../language/words.ts'
import { Confirm } from '../../../parts/dialog.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { EditableText } from '../parts/editable-text.tsx'
import { whenDone } from '../parts/when-done.ts'
import { GroupMembers } from './group-members.tsx'
import { GroupPicture } from './group-picture.tsx'
import { belowGroup, nest } from './nest.ts'
import './groups.css'

const t = words('group-page', {
  back: 'Groups',
  group: 'Group',
  reading: 'Reading …',
  gone: 'There is no such group.',
  title: 'Title',
  parent: 'It lies in',
  none: 'No other group',
  below: 'Groups below it',
  renamed: ({ title }: { title: string }) => `The group is now called ${title}.`,
  moved: ({ title }: { title: string }) => `The group lies in ${title} now.`,
  undo: 'Undo',
  remove: 'Delete the group …',
  confirm: ({ title }: { title: string }) => `Delete the group ${title}?`,
  confirmSays:
    'Its members stay in the account, and lose what they reached through the group alone. This cannot be undone.',
  confirmAct: 'Delete the group',
  removed: ({ title }: { title: string }) => `The group ${title} is deleted.`,
  everybody:
    'This group has all regular users of the account, and nobody else. It is changed by inviting and removing people.',
})

/** One group: what it is called, where it lies, and who belongs to it. */
export function GroupPage() {
  const { groupId } = useParams({ from: '/admin/groups/$groupId' })
  const { data, error, refetch } = useRead(queryGroups, {})
  const group = data?.find(({ id }) => id === groupId)
  return (
    <AdminPage title={group?.title ?? t.group} back={<Link to="/admin/groups">{t.back}</Link>}>
      <Fault error={error} onRetry={refetch} />
      {!data && !error && <p className="quiet">{t.reading}</p>}
      {data && !group && <Empty icon="group" title={t.gone} />}
      {group && data && <Editor group={group} groups={data} />}
    </AdminPage>
  )
}

function Editor({ group, groups }: { group: Group; groups: readonly Group[] }) {
  const memory = useQueryClient()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const remove = useChange(deleteGroup, [queryGroups, queryContacts])
  const change = useChange(modifyGroup, [queryGroups, queryContacts], {
    show: ({ groupId, title }) =>
      patchRows<Group>(memory, [groupId], (row) => ({ ...row, ...(title !== undefined && { title }) })),
  })
  const { title } = group
  const set = (members: Omit<ModifyGroupInput, 'groupId'>, told: string, before?: Omit<ModifyGroupInput, 'groupId'>) =>
    whenDone(change.mutateAsync({ groupId: group.id, ...members }), () =>
      tell(
        told,
        before && {
          action: { label: t.undo, run: () => whenDone(change.mutateAsync({ groupId: group.id, ...before })) },
        },
      ),
    )
  return (
    <div className="admin-columns">
      <section className="card">
        <div className="group-named">
          <GroupPicture group={group} />
          <EditableText
            label={t.title}
            value={title}
            maxLength={200}
            onChange={(next) => set({ title: next }, t.renamed({ title: next }), { title })}
          />
        </div>
        {group.myTeam ? <p className="quiet">{t.everybody}</p> : <Parent group={group} groups={groups} set={set} />}
        <Below group={group} groups={groups} />
        {!group.myTeam && (
          <button type="button" className="harm small" onClick={() => setAsking(true)}>
            {t.remove}
          </button>
        )}
      </section>
      <GroupMembers group={group} />
      {isAsking && (
        <Confirm
          title={t.confirm({ title })}
          act={t.confirmAct}
          onAct={() =>
            whenDone(remove.mutateAsync({ groupId: group.id }), () => {
              tell(t.removed({ title }))
              void navigate({ to: '/admin/groups' })
            })
          }
          onClose={() => setAsking(false)}
        >
          <p>{t.confirmSays}</p>
        </Confirm>
      )}
    </div>
  )
}

interface ParentProps {
  group: Group
  groups: readonly Group[]
  set: (members: { parent: string }, told: string, before?: { parent: string }) => void
}

/** The group that it lies in. The API moves a group into another, but out of none. */
function Parent({ group, groups, set }: ParentProps) {
  const below = belowGroup(groups, group.id)
  const [parent] = group.parentIds
  const choose = (id: string) => {
    const chosen = groups.find((one) => one.id === id)
    if (chosen) set({ parent: id }, t.moved({ title: chosen.title }), parent ? { parent } : undefined)
  }
  return (
    <label className="field">
      <span className="label">{t.parent}</span>
      <select value={parent ?? ''} onChange={({ target }) => choose(target.value)}>
        {!parent && <option value="">{t.none}</option>}
        {nest(groups)
          .filter((one) => !one.group.myTeam && !below.has(one.group.id))
          .map(({ group: each, depth, above }) => (
            <option key={`${above?.id ?? ''} ${each.id}`} value={each.id}>
              {'\u2003'.repeat(depth)}
              {each.title}
            </option>
          ))}
      </select>
    </label>
  )
}

function Below({ group, groups }: { group: Group; groups: readonly Group[] }) {
  const children = groups.filter(({ id }) => group.childIds.includes(id))
  if (children.length === 0) return null
  return (
    <div>
      <h2>{t.below}</h2>
      <ul className="tags">
        {children.map(({ id, title }) => (
          <li key={id}>
            <Link className="tag" to="/admin/groups/$groupId" params={{ groupId: id }}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
