import type { KeyboardEvent } from 'react'
import type { Cursor } from './cursor.ts'

interface GridKeys {
  cursor: Cursor
  rowCount: number
  columnCount: number
  /** Rows that are seen at once. */
  pageRows: number
  /** What the active row is. */
  kindOf: (row: number) => 'head' | 'group' | 'task' | 'new'
  /** A key that no letter begins an edit with: the box is ticked, the group closed, the menu of the column shown. */
  isToggled: (row: number, column: number) => boolean
  canEdit: (row: number, column: number) => boolean
  goTo: (row: number, column: number, extend?: boolean) => void
  act: Record<
    'toggle' | 'headMenu' | 'rowMenu' | 'clear' | 'fillDown' | 'undo' | 'redo' | 'open' | 'close' | 'unfold' | 'escape',
    () => void
  >
  resize: (by: number) => void
  hasRange: () => boolean
}

/** Pixels by which a column gets wider or narrower by a key. */
const widthStep = 16

/** The keys of a table, as in spreadsheets. What an editor in a cell has not used comes here too. */
export function gridKeys(given: GridKeys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const { cursor, kindOf } = given
    if (!event.currentTarget.contains(event.target as Node) || event.nativeEvent.isComposing) return
    const { row, column } = cursor.active
    const done = () => {
      event.preventDefault()
      event.stopPropagation()
    }
    if (cursor.editing || isEditor(event.target)) {
      const isUpOrDown = !cursor.editing && (event.key === 'ArrowUp' || event.key === 'ArrowDown')
      if (event.key !== 'Enter' && event.key !== 'Tab' && !isUpOrDown) return
      done()
      return afterEdit(event, given)
    }
    const isCommand = event.ctrlKey || event.metaKey
    if (event.altKey && !isCommand && kindOf(row) === 'head') {
      const by = { ArrowLeft: -widthStep, ArrowRight: widthStep }[event.key]
      if (by) {
        done()
        given.resize(by)
      }
      return
    }
    const spot = goal(event, given)
    if (spot) {
      done()
      return given.goTo(spot.row, spot.column, event.shiftKey && event.key !== 'Tab')
    }
    const command = isCommand ? byCommand(event, given) : byKey(event, given)
    if (command) {
      done()
      return command()
    }
    const isLetter = event.key.length === 1 && event.key !== ' ' && !isCommand && !event.altKey
    if (isLetter && given.canEdit(row, column)) {
      done()
      cursor.edit({ typed: event.key })
    }
  }
}

const isEditor = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select')

/** Enter goes down, Tab to the right, with Shift the other way. */
function afterEdit({ key, shiftKey }: KeyboardEvent, { cursor, goTo }: GridKeys): void {
  const { row, column } = cursor.active
  const by = shiftKey || key === 'ArrowUp' ? -1 : 1
  if (key !== 'Tab') goTo(Math.max(row + by, 0), column)
  else goTo(row, column + by)
}

/** The cell that a key goes to. */
function goal(event: KeyboardEvent, { cursor, rowCount, columnCount, pageRows }: GridKeys) {
  const { row, column } = cursor.active
  const isFar = event.ctrlKey || event.metaKey
  if (event.altKey) return undefined
  switch (event.key) {
    case 'ArrowDown':
      return { row: isFar ? rowCount - 1 : row + 1, column }
    case 'ArrowUp':
      return { row: isFar ? 0 : event.shiftKey ? Math.max(row - 1, 0) : row - 1, column }
    case 'ArrowRight':
      return { row, column: isFar ? columnCount - 1 : column + 1 }
    case 'ArrowLeft':
      return { row, column: isFar ? 0 : column - 1 }
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 }
    case 'End':
      return { row: isFar ? rowCount - 1 : row, column: columnCount - 1 }
    case 'PageDown':
      return { row: Math.min(row + pageRows, rowCount - 1), column }
    case 'PageUp':
      return { row: Math.max(row - pageRows, 0), column }
    default:
      return undefined
  }
}

function byCommand(event: KeyboardEvent, { act, cursor, rowCount, columnCount }: GridKeys): (() => void) | undefined {
  switch (event.key.toLowerCase()) {
    case 'a':
      return () => cursor.select({ row: 0, column: 0 }, { row: rowCount - 1, column: columnCount - 1 })
    case 'd':
      return act.fillDown
    case 'z':
      return event.shiftKey ? act.redo : act.undo
    case 'y':
      return act.redo
    case 'enter':
      return act.open
    default:
      return undefined
  }
}

function byKey(event: KeyboardEvent, given: GridKeys): (() => void) | undefined {
  const { cursor, act, kindOf, isToggled, canEdit, hasRange, columnCount } = given
  const { row, column } = cursor.active
  const kind = kindOf(row)
  if (event.altKey) {
    if (event.key === 'ArrowRight') return act.unfold
    return event.key === 'ArrowLeft' ? act.close : undefined
  }
  switch (event.key) {
    case 'Enter':
    case 'F2':
      if (kind === 'head') return act.headMenu
      if (isToggled(row, column)) return act.toggle
      if (canEdit(row, column)) return () => cursor.edit({})
      return () => {}
    case ' ':
      if (event.shiftKey)
        return () =>
          cursor.select({ row: cursor.range().top, column: 0 }, { row: cursor.range().bottom, column: columnCount - 1 })
      if (kind === 'head') return act.headMenu
      return isToggled(row, column) ? act.toggle : () => {}
    case 'Delete':
    case 'Backspace':
      return act.clear
    case 'ContextMenu':
      return kind === 'head' ? act.headMenu : act.rowMenu
    case 'F10':
      return event.shiftKey ? (kind === 'head' ? act.headMenu : act.rowMenu) : undefined
    case 'Escape':
      return hasRange() ? act.escape : undefined
    default:
      return undefined
  }
}
