import { type AccessEntry, queryAccess } from '@taskwright/sdk'
import { useRows } from '../../data/api.ts'
import { nameOf, usePeople } from '../../data/people.ts'
import { listText } from '../../language/language.ts'
import { plural, words } from '../../language/words.ts'
import { Icon } from '../icon.tsx'
import type { SharedPlace } from './place.ts'
import './share.css'

const t = words('share-unseen', {
  Responsible: ({ name }: { name: string }) => `It is assigned to ${name}, who cannot see it.`,
  Owner: ({ name }: { name: string }) => `${name} owns it and cannot see it.`,
  Approver: ({ name }: { name: string }) => `${name} is asked to approve it and cannot see it.`,
  Follower: ({ name }: { name: string }) => `${name} follows it and cannot see it.`,
  share: ({ name }: { name: string }) => `Share with ${name}`,
  mentioned: ({ names, count }: { names: string; count: number }) =>
    plural(count, {
      one: `${names} cannot see this, and is told of the mention only if you may share it.`,
      other: `${names} cannot see this, and are told of the mention only if you may share it.`,
    }),
})

/** The gravest relation first. */
const relations = ['Responsible', 'Owner', 'Approver', 'Follower'] as const

interface UnseenProps {
  entries: readonly AccessEntry[]
  onShare: ((entry: AccessEntry) => void) | undefined
}

/** Those who have to do with something that they cannot see. */
export function Unseen({ entries, onShare }: UnseenProps) {
  const unseen = entries.filter(({ reaches }) => !reaches)
  if (unseen.length === 0) return null
  return (
    <ul className="share-unseen">
      {unseen.map((entry) => {
        const relation = relations.find((one) => entry.relations.includes(one)) ?? 'Follower'
        return (
          <li key={entry.contactId ?? entry.invitationId}>
            <Icon name="warning" />
            <span className="grow">{t[relation](entry)}</span>
            {onShare && (
              <button type="button" className="secondary small" onClick={() => onShare(entry)}>
                {t.share(entry)}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Beside a text that mentions people: those of them who cannot see the place. */
export function MentionedUnseen({ place, contactIds }: { place: SharedPlace; contactIds: readonly string[] }) {
  const access = useRows(queryAccess, { ...place, pageSize: 1000 })
  const people = usePeople()
  if (!access.data || access.hasNextPage) return null
  const seeing = new Set(access.data.rows.filter(({ reaches }) => reaches).map(({ contactId }) => contactId))
  const names = contactIds.filter((id) => !seeing.has(id)).flatMap((id) => people.get(id) ?? [])
  if (names.length === 0) return null
  return (
    <p className="share-mentioned" role="status">
      <Icon name="warning" />
      <span>{t.mentioned({ names: listText(names.map(nameOf)), count: names.length })}</span>
    </p>
  )
}
