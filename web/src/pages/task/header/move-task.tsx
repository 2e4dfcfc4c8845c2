import { useState } from 'react'
import { usePlaces } from '../../../data/folders.ts'
import { useTaskChange } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { byTitle, Picker } from '../../../parts/picker.tsx'
import { useOpenTask } from '../frame/open-task.tsx'

const t = words('task-move', {
  title: 'Move the task',
  places: 'Folders and projects',
  choose: 'Choose a place',
  lies: 'It is in these places. It can be in several.',
  out: ({ title }: { title: string }) => `Take it out of ${title}`,
  into: 'Put it into another place',
  move: 'Move',
  cancel: 'Cancel',
  moved: 'The task was moved.',
})

/** Takes a task out of places and puts it into others. */
export function MoveTask({ onClose }: { onClose: () => void }) {
  const { task } = useOpenTask()
  const places = usePlaces()
  const change = useTaskChange()
  const before = task.parentIds ?? []
  const [parents, setParents] = useState<readonly string[]>(before)
  const all = [...(places?.byId.values() ?? [])]
  const items = all.map(({ id, title, kind }) => ({ id, title, mark: <Icon name={kind} /> })).sort(byTitle)
  const added = parents.filter((id) => !before.includes(id))
  const removed = before.filter((id) => !parents.includes(id))
  const move = () => {
    change.set(
      task,
      { ...(added.length > 0 && { addParents: added }), ...(removed.length > 0 && { removeParents: removed }) },
      t.moved,
    )
    onClose()
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p className="quiet">{t.lies}</p>
      <ul className="chips">
        {parents.map((id) => {
          const title = places?.byId.get(id)?.title ?? ''
          return (
            <li key={id} className="tag">
              {title}
              <button
                type="button"
                className="plain"
                aria-label={t.out({ title })}
                onClick={() => setParents(parents.filter((one) => one !== id))}
              >
                <Icon name="close" />
              </button>
            </li>
          )
        })}
      </ul>
      <Picker label={t.places} items={items} chosen={parents} isMany onChoose={setParents}>
        <Icon name="add" />
        {t.into}
      </Picker>
      <div className="actions">
        <button type="button" disabled={parents.length === 0 || added.length + removed.length === 0} onClick={move}>
          {t.move}
        </button>
        <button type="button" className="secondary" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  )
}
