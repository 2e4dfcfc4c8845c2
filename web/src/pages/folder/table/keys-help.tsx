import { words } from '../../../language/words.ts'
import { KeysHelp } from '../../../parts/keys-help.tsx'

const t = words('table-keys', {
  title: 'Keys of the table',
  cells: 'Go from cell to cell',
  ends: 'To the first and last column; with Ctrl to the first and last cell',
  range: 'Select several cells',
  rows: 'Select whole rows',
  all: 'Select everything',
  edit: 'Edit the cell; typing begins anew',
  keep: 'Keep, and go down or on',
  cancel: 'Leave the cell as it was',
  clear: 'Empty the cells',
  clipboard: 'Copy, cut and paste, from and to spreadsheets too',
  fill: 'Fill with the first row of the selection',
  undo: 'Undo, and do again',
  open: 'Open the task beside the table',
  unfold: 'Show or hide subtasks',
  menu: 'What can be done with the row',
  width: 'On the head of a column: its width',
})

const lines = [
  ['↑ ↓ ← →', 'cells'],
  ['Home End', 'ends'],
  ['Shift ↑ ↓ ← →', 'range'],
  ['Shift Space', 'rows'],
  ['Ctrl A', 'all'],
  ['Enter F2', 'edit'],
  ['Enter Tab', 'keep'],
  ['Esc', 'cancel'],
  ['Del', 'clear'],
  ['Ctrl C X V', 'clipboard'],
  ['Ctrl D', 'fill'],
  ['Ctrl Z Y', 'undo'],
  ['Ctrl Enter', 'open'],
  ['Alt → ←', 'unfold'],
  ['Shift F10', 'menu'],
  ['Alt ← →', 'width'],
] as const

/** What the keys do in the table. */
export const TableKeys = () => <KeysHelp title={t.title} lines={lines.map(([keys, name]) => [keys, t[name]])} />
