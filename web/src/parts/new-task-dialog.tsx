import { useNavigate } from '@tanstack/react-router'
import { createTask } from '@taskwright/sdk'
import { type FormEvent, useState } from 'react'
import { useChange } from '../data/api.ts'
import { usePlaces } from '../data/folders.ts'
import { tell } from '../data/notices.ts'
import { showsTasks } from '../data/tasks.ts'
import { words } from '../language/words.ts'
import { Dialog } from './dialog.tsx'
import { Fault } from './fault.tsx'
import { Icon } from './icon.tsx'
import { byTitle, Picker } from './picker.tsx'
import { wayTo } from './way-to.ts'

const t = words('new-task-dialog', {
  title: 'New task',
  name: 'Title',
  place: 'Place',
  create: 'Create',
  cancel: 'Cancel',
  made: ({ title }: { title: string }) => `“${title}” was created.`,
  open: 'Open',
})

const lastPlace = 'new-task-place'

/** A task from anywhere: its title and where it goes; the place at hand, else the one that was chosen last. */
export function NewTaskDialog({ folderId, onClose }: { folderId: string | undefined; onClose: () => void }) {
  const places = usePlaces()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState(folderId ?? localStorage.getItem(lastPlace) ?? undefined)
  const create = useChange(createTask, showsTasks)
  const place = places?.byId.get(chosen ?? '') ?? places?.byId.get(places.roots[0] ?? '')
  const items = [...(places?.byId.values() ?? [])]
    .map(({ id, title: name, kind }) => ({ id, title: name, mark: <Icon name={kind} /> }))
    .sort(byTitle)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!place || title.trim() === '') return
    localStorage.setItem(lastPlace, place.id)
    create.mutate(
      { folderId: place.id, title: title.trim() },
      {
        onSuccess: ([task]) => {
          if (task) tell(t.made(task), { action: { label: t.open, run: () => void navigate(wayTo('task', task.id)) } })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form onSubmit={send} className="new-place">
        <label>
          <span>{t.name}</span>
          <input autoFocus value={title} onChange={({ target }) => setTitle(target.value)} />
        </label>
        <div>
          <Picker
            label={t.place}
            name={`${t.place}: ${place?.title ?? ''}`}
            items={items}
            chosen={place ? [place.id] : []}
            onChoose={([id]) => id && setChosen(id)}
          >
            <Icon name={place?.kind ?? 'folder'} />
            {place?.title}
            <Icon name="down" />
          </Picker>
        </div>
        <Fault error={create.error} />
        <div className="actions">
          <button type="submit" disabled={create.isPending || title.trim() === ''}>
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
