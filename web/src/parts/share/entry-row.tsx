import type { AccessEntry, AccessRole } from '@taskwright/sdk'
import { usePeople } from '../../data/people.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import { Avatar } from '../person.tsx'
import { directWay, idOf } from './place.ts'
import { roleSays, roleText, wayText } from './ways.ts'

const t = words('share-entry', {
  you: 'you',
  invited: 'invited',
  inactive: 'switched off',
  manager: 'manages the space',
  Author: 'author',
  Responsible: 'assigned',
  Follower: 'follows it',
  Owner: 'owner',
  Approver: 'is to approve it',
  role: ({ name }: { name: string }) => `What ${name} may do`,
  remove: ({ name }: { name: string }) => `Stop sharing with ${name}`,
  ways: 'Why',
})

interface EntryRowProps {
  entry: AccessEntry
  meId: string | undefined
  roles: readonly AccessRole[]
  mayShare: boolean
  /** A task never goes away from its author. */
  isOwnTask: boolean
  onRole: (roleId: string) => void
  onRemove: () => void
}

/** Somebody who sees the place: why, and what they may do. */
export function EntryRow({ entry, meId, roles, mayShare, isOwnTask, onRole, onRemove }: EntryRowProps) {
  const { name, role, ways } = entry
  const direct = directWay(entry)
  const isMe = entry.contactId !== undefined && entry.contactId === meId
  const canBeRemoved = mayShare && direct && !(isOwnTask && entry.relations.includes('Author'))
  return (
    <li className="share-entry">
      <Mark entry={entry} />
      <div className="grow">
        <p className="share-name">
          <strong>{name}</strong> <Notes entry={entry} isMe={isMe} />
        </p>
        <ul className="quiet share-ways" aria-label={t.ways}>
          {[...new Set(ways.map(wayText))].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
      <div className="share-do">
        {mayShare && direct && !isMe && roles.length > 0 ? (
          <select
            aria-label={t.role({ name })}
            value={roles.find(({ title }) => plain(title) === direct.role)?.id}
            onChange={({ target }) => onRole(target.value)}
          >
            {roles.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        ) : (
          role && (
            <span className="share-role" title={roleSays(role)}>
              {roleText(role)}
            </span>
          )
        )}
        {canBeRemoved ? (
          <button type="button" className="plain" aria-label={t.remove({ name })} onClick={onRemove}>
            <Icon name="close" />
          </button>
        ) : (
          mayShare && <span className="share-no-button" />
        )}
      </div>
    </li>
  )
}

/** The name of a built-in role as entries have it: without blanks. */
const plain = (title: string): string => title.replaceAll(' ', '')

function Mark({ entry }: { entry: AccessEntry }) {
  const person = usePeople().get(idOf(entry))
  if (entry.type === 'Person' && person) return <Avatar person={person} />
  return (
    <span className="share-mark">
      <Icon name={entry.type === 'Group' ? 'group' : 'person'} />
    </span>
  )
}

function Notes({ entry: { type, active, isManager, relations }, isMe }: { entry: AccessEntry; isMe: boolean }) {
  const notes = [
    ...(isMe ? [t.you] : []),
    ...(type === 'Invitation' ? [t.invited] : []),
    ...(active ? [] : [t.inactive]),
    ...(isManager ? [t.manager] : []),
    ...relations.filter((relation) => relation !== 'Follower').map((relation) => t[relation]),
  ]
  return notes.length > 0 && <span className="quiet">({notes.join(', ')})</span>
}
