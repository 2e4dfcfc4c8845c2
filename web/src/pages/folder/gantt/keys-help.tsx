import { useState } from 'react'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'

const t = words('gantt-keys', {
  keys: 'Keys',
  title: 'Keys of the Gantt chart',
  rows: 'Go to another row',
  move: 'Move the bar; a folder opens and closes',
  due: 'Move its end',
  start: 'Move its start',
  keep: 'Keep the move at once; else open the task',
  cancel: 'Take the move back before it is kept',
  fold: 'Show or hide what is inside',
  links: 'Dependencies',
  dates: 'Dates',
})

const lines = [
  ['↑ ↓', 'rows'],
  ['← →', 'move'],
  ['Shift ← →', 'due'],
  ['Alt ← →', 'start'],
  ['Enter', 'keep'],
  ['Esc', 'cancel'],
  ['Space', 'fold'],
  ['D', 'links'],
  ['E', 'dates'],
] as const

/** What the keys do in the chart. */
export function KeysHelp() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="plain gantt-keys" onClick={() => setOpen(true)}>
        {t.keys}
      </button>
      {isOpen && (
        <Dialog title={t.title} onClose={() => setOpen(false)}>
          <dl className="keys">
            {lines.map(([keys, name]) => (
              <div key={name}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{t[name]}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </>
  )
}
