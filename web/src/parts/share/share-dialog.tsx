import { type AccessEntry, queryContacts } from '@taskwright/sdk'
import { useState } from 'react'
import { useRead } from '../../data/api.ts'
import { words } from '../../language/words.ts'
import { Dialog } from '../dialog.tsx'
import { Fault } from '../fault.tsx'
import { Icon } from '../icon.tsx'
import { AddPeople } from './add-people.tsx'
import { AskFirst } from './ask-first.tsx'
import { EntryRow } from './entry-row.tsx'
import { directWay, idOf, linkOf, otherWays, type SharedPlace } from './place.ts'
import './share.css'
import { Unseen } from './unseen.tsx'
import { useSharing } from './use-sharing.ts'

const t = words('share', {
  title: ({ title }: { title: string }) => `Share “${title}”`,
  list: 'Who can see it',
  reading: 'Reading who can see it …',
  more: 'Show more people',
  mayNot: 'You can see who can see it. To share it, ask somebody with the role Full.',
  copy: 'Copy the link',
  copied: 'The link is in the clipboard. It opens for those who can see it.',
  notCopied: ({ link }: { link: string }) => `The browser did not allow it. The link is ${link}`,
  shared: ({ name }: { name: string }) => `Shared with ${name}.`,
  invited: ({ name }: { name: string }) => `${name} is invited, and sees it after accepting.`,
  unshared: ({ name }: { name: string }) => `No longer shared with ${name}.`,
  undo: 'Undo',
})

interface ShareDialogProps {
  place: SharedPlace
  title: string
  onClose: () => void
}

/** Who can see a task or a place and why, and for those who may: sharing it, by role, by group or by mail. */
export function ShareDialog({ place, title, onClose }: ShareDialogProps) {
  const sharing = useSharing(place)
  const me = useRead(queryContacts, { me: true }).data?.[0]
  const [asked, ask] = useState<AccessEntry>()
  const [said, say] = useState<Saying>()
  const { access, mayShare, roles } = sharing
  const entries = access.data?.rows ?? []
  const quietly = (work: Promise<unknown>) => void work.catch(() => {})

  const add = async (who: { id: string; name: string } | { email: string }, roleId?: string) => {
    const isNew = 'email' in who
    const [id, name] = isNew ? [await sharing.invite(who.email), who.email] : [who.id, who.name]
    await sharing.share(id, roleId)
    say(isNew ? { text: t.invited({ name }) } : { text: t.shared({ name }), undo: () => sharing.unshare(id) })
  }
  const remove = async (entry: AccessEntry) => {
    const { name, accessRoleId } = entry
    const before = roles.length > 0 && directWay(entry)?.role !== 'Full' ? accessRoleId : undefined
    await sharing.unshare(idOf(entry))
    say({ text: t.unshared({ name }), undo: () => sharing.share(idOf(entry), before) })
  }
  const copy = () => {
    const link = linkOf(place)
    navigator.clipboard.writeText(link).then(
      () => say({ text: t.copied }),
      () => say({ text: t.notCopied({ link }) }),
    )
  }

  return (
    <Dialog title={t.title({ title })} onClose={onClose}>
      {mayShare ? (
        <AddPeople entries={entries} roles={roles} onAdd={(who, roleId) => quietly(add(who, roleId))} />
      ) : (
        access.data && <p className="quiet">{t.mayNot}</p>
      )}
      <Fault error={sharing.error} />
      <Said
        said={said}
        onUndo={(undo) => {
          say(undefined)
          quietly(undo())
        }}
      />
      <Unseen
        entries={entries}
        onShare={mayShare ? ({ name, ...entry }) => quietly(add({ id: idOf({ name, ...entry }), name })) : undefined}
      />
      <section aria-label={t.list} className="share-list">
        <h3>{t.list}</h3>
        <Fault error={access.error} onRetry={() => void access.refetch()} />
        {!access.data && !access.error && (
          <p className="quiet" role="status">
            {t.reading}
          </p>
        )}
        <ul>
          {entries
            .filter(({ reaches }) => reaches)
            .map((entry) => (
              <EntryRow
                key={idOf(entry)}
                entry={entry}
                meId={me?.id}
                roles={roles}
                mayShare={mayShare}
                isOwnTask={'taskId' in place}
                onRole={(roleId) => quietly(sharing.share(idOf(entry), roleId))}
                onRemove={() => (needsAsking(entry, me?.id) ? ask(entry) : quietly(remove(entry)))}
              />
            ))}
        </ul>
        {access.hasNextPage && (
          <button type="button" className="secondary small" onClick={() => void access.fetchNextPage()}>
            {t.more}
          </button>
        )}
      </section>
      <div className="actions">
        <button type="button" className="secondary with-icon" onClick={copy}>
          <Icon name="link" />
          {t.copy}
        </button>
      </div>
      {asked && (
        <AskFirst
          entry={asked}
          isMe={asked.contactId === me?.id}
          onAct={() => quietly(remove(asked))}
          onClose={() => ask(undefined)}
        />
      )}
    </Dialog>
  )
}

/** What was done, and the way back. */
interface Saying {
  text: string
  undo?: () => Promise<unknown>
}

/** In the dialog, since what the app tells elsewhere lies behind it. */
function Said({ said, onUndo }: { said: Saying | undefined; onUndo: (undo: () => Promise<unknown>) => void }) {
  const undo = said?.undo
  return (
    <div role="status">
      {said && (
        <p className="share-said">
          {said.text}{' '}
          {undo && (
            <button type="button" className="link" onClick={() => onUndo(undo)}>
              {t.undo}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

/** Where taking a share away does less, or more, than one would think. */
const needsAsking = (entry: AccessEntry, meId: string | undefined): boolean =>
  otherWays(entry).length > 0 ||
  entry.contactId === meId ||
  entry.relations.some((relation) => relation === 'Responsible' || relation === 'Owner' || relation === 'Approver')
