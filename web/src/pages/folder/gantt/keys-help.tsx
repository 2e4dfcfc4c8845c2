import { words } from '../../../language/words.ts'
import { KeysHelp } from '../../../parts/keys-help.tsx'

const t = words('gantt-keys', {
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
export const GanttKeys = () => (
  <KeysHelp className="gantt-keys" title={t.title} lines={lines.map(([keys, name]) => [keys, t[name]])} />
)
