import { useNavigate } from '@tanstack/react-router'
import { createGroup, type Group, queryContacts, queryGroups } from '@taskwright/sdk'
import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { focusedFirst } from '../parts/focused-first.ts'
import { nest } from './nest.ts'

const t = words('group-dialog', {
  title: 'New group',
  name: 'Title',
  parent: 'It lies in',
  none: 'No other group',
  add: 'Create the group',
  says: 'Members are added on its page.',
})

/** A form for a new group. */
export function GroupDialog({ groups, onClose }: { groups: readonly Group[]; onClose: () => void }) {
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [parent, setParent] = useState('')
  const create = useChange(createGroup, [queryGroups, queryContacts])
  const [nameId, parentId] = [useId(), useId()]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return
    create.mutate(
      { title: title.trim(), ...(parent && { parent }) },
      {
        onSuccess: ([made]) => {
          onClose()
          if (made) void navigate({ to: '/admin/groups/$groupId', params: { groupId: made.id } })
        },
      },
    )
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form className="admin-form" onSubmit={submit}>
        <div className="field">
          <label htmlFor={nameId}>{t.name}</label>
          <input
            id={nameId}
            ref={focusedFirst}
            required
            maxLength={200}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={parentId}>{t.parent}</label>
          <select id={parentId} value={parent} onChange={({ target }) => setParent(target.value)}>
            <option value="">{t.none}</option>
            {nest(groups)
              .filter(({ group }) => !group.myTeam)
              .map(({ group, depth, above }) => (
                <option key={`${above?.id ?? ''} ${group.id}`} value={group.id}>
                  {'\u2003'.repeat(depth)}
                  {group.title}
                </option>
              ))}
          </select>
        </div>
        <p className="quiet">{t.says}</p>
        <Fault error={create.error} />
        <div className="actions">
          <button type="submit" disabled={create.isPending || title.trim() === ''}>
            {t.add}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
