import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { usePlaceChanges } from '../data/place-changes.ts'
import { words } from '../language/words.ts'
import { Dialog } from './dialog.tsx'
import { Fault } from './fault.tsx'

const t = words('new-place', {
  space: 'New space',
  folder: 'New folder',
  project: 'New project',
  name: 'Name',
  seen: 'Who sees it',
  Public: 'Everybody in the account',
  Private: 'Only those whom you invite',
  projectSays: 'A project has a status, an owner and dates. You set them on its page.',
  create: 'Create',
  cancel: 'Cancel',
})

interface NewPlaceProps {
  kind: 'space' | 'folder' | 'project'
  /** The place that it comes to lie in; a space lies in none. */
  inside?: string
  onClose: () => void
}

/** Asks for the name of a new space, folder or project, and goes there. */
export function NewPlace({ kind, inside, onClose }: NewPlaceProps) {
  const navigate = useNavigate()
  const changes = usePlaceChanges()
  const [title, setTitle] = useState('')
  const [access, setAccess] = useState<'Public' | 'Private'>('Public')
  const [error, setError] = useState<Error>()
  const [isSending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    try {
      const name = title.trim()
      const folderId =
        kind === 'space'
          ? await changes.createSpace(name, access)
          : await changes.create({ kind, title: name, in: inside ?? '' })
      onClose()
      if (folderId) await navigate({ to: '/folder/$folderId', params: { folderId } })
    } catch (fault) {
      setError(fault as Error)
      setSending(false)
    }
  }
  return (
    <Dialog title={t[kind]} onClose={onClose}>
      <form onSubmit={send} className="new-place">
        <label>
          <span>{t.name}</span>
          <input autoFocus value={title} maxLength={255} onChange={({ target }) => setTitle(target.value)} />
        </label>
        {kind === 'space' && (
          <label>
            <span>{t.seen}</span>
            <select value={access} onChange={({ target }) => setAccess(target.value as typeof access)}>
              <option value="Public">{t.Public}</option>
              <option value="Private">{t.Private}</option>
            </select>
          </label>
        )}
        {kind === 'project' && <p className="quiet">{t.projectSays}</p>}
        <Fault error={error} />
        <div className="actions">
          <button type="submit" disabled={isSending || title.trim() === ''}>
            {t.create}
          </button>
          <button type="button" className="secondary" onClick={onClose}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
