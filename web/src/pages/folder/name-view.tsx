import { createView, queryViews, type SavedView, updateView } from '@taskwright/sdk'
import { type FormEvent, useId, useState } from 'react'
import { useChange } from '../../data/api.ts'
import type { View } from '../../data/use-view.ts'
import { folderIdOf } from '../../data/view.ts'
import { words } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { Fault } from '../../parts/fault.tsx'

const t = words('name-view', {
  save: 'Save a view',
  edit: 'Name and sharing',
  name: 'Name',
  shared: 'Everybody who sees this place has it',
  own: 'Otherwise it is yours alone.',
  act: 'Save',
})

interface NameViewProps {
  view: View
  /** The one that gets another name; else a new one is made of what is shown. */
  saved?: SavedView
  onSaved: (saved: SavedView) => void
  onClose: () => void
}

/** Asks what a view is called and whose it is. */
export function NameView({ view, saved, onSaved, onClose }: NameViewProps) {
  const [title, setTitle] = useState(saved?.title ?? '')
  const [isShared, setShared] = useState(saved?.shared ?? false)
  const create = useChange(createView, [queryViews])
  const change = useChange(updateView, [queryViews])
  const nameId = useId()
  const { kind, settings, place } = view
  const done = {
    onSuccess: ([made]: SavedView[]) => {
      if (made) onSaved(made)
      onClose()
    },
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const named = { title: title.trim(), ...(place !== 'all' && { shared: isShared }) }
    if (named.title === '') return
    if (saved) change.mutate({ viewId: saved.id, ...named }, done)
    else create.mutate({ ...folderIdOf(place), ...named, kind, settings: { ...settings, collapsedGroups: [] } }, done)
  }
  return (
    <Dialog title={saved ? t.edit : t.save} onClose={onClose}>
      <form onSubmit={send}>
        <label htmlFor={nameId}>{t.name}</label>
        <input id={nameId} required maxLength={200} value={title} onChange={({ target }) => setTitle(target.value)} />
        {place !== 'all' && (
          <>
            <label className="choice">
              <input type="checkbox" checked={isShared} onChange={({ target }) => setShared(target.checked)} />
              <span>{t.shared}</span>
            </label>
            <p className="hint">{t.own}</p>
          </>
        )}
        <Fault error={create.error ?? change.error} />
        <div className="actions">
          <button type="submit" disabled={create.isPending || change.isPending}>
            {t.act}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
