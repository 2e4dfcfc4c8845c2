import { Link } from '@tanstack/react-router'
import { type Group, queryGroups } from '@taskwright/sdk'
import { useState } from 'react'
import { useRead } from '../../../data/api.ts'
import { plural, words } from '../../../language/words.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { AdminPage } from '../parts/admin-page.tsx'
import { GroupDialog } from './group-dialog.tsx'
import { GroupPicture } from './group-picture.tsx'
import { nest } from './nest.ts'
import './groups.css'

const t = words('groups-page', {
  title: 'Groups',
  lead: 'What is shared with a group is shared with its members, and with those of the groups below it.',
  add: 'New group',
  everybody: 'All regular users, always',
  members: ({ count }: { count: number }) => plural(count, { one: '# member', other: '# members' }),
  none: 'There are no groups of your own yet.',
  noneSays: 'A group saves sharing things with each person. Whoever joins it reaches all it reaches, at once.',
  below: ({ title }: { title: string }) => `below ${title}`,
  reading: 'Reading …',
})

/** All groups as they lie in one another. */
export function GroupsPage() {
  const { data, error, refetch } = useRead(queryGroups, {})
  const [isAdding, setAdding] = useState(false)
  const nested = nest(data ?? [])
  return (
    <AdminPage
      title={t.title}
      lead={t.lead}
      actions={
        <button type="button" onClick={() => setAdding(true)}>
          {t.add}
        </button>
      }
    >
      <Fault error={error} onRetry={refetch} />
      {!data && !error && <p className="quiet">{t.reading}</p>}
      {data && (
        <ul className="admin-rows">
          {nested.map(({ group, depth, above }) => (
            <Row key={`${above?.id ?? ''} ${group.id}`} group={group} depth={depth} above={above} />
          ))}
        </ul>
      )}
      {data?.every(({ myTeam }) => myTeam) && (
        <Empty icon="group" title={t.none}>
          <p>{t.noneSays}</p>
        </Empty>
      )}
      {isAdding && <GroupDialog groups={data ?? []} onClose={() => setAdding(false)} />}
    </AdminPage>
  )
}

function Row({ group, depth, above }: { group: Group; depth: number; above: Group | undefined }) {
  return (
    <li style={{ '--depth': depth }} className="group-row">
      <GroupPicture group={group} />
      <span className="row-main">
        <Link to="/admin/groups/$groupId" params={{ groupId: group.id }}>
          {group.title}
        </Link>
        <span className="quiet">{group.myTeam ? t.everybody : above ? t.below({ title: above.title }) : ''}</span>
      </span>
      <span className="quiet">{t.members({ count: group.memberIds.length })}</span>
    </li>
  )
}
