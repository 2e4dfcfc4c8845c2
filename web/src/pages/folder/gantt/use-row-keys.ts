import type { Task } from '@taskwright/sdk'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Grip } from '../../../data/moved-dates.ts'
import type { Drafting } from '../dates/use-draft.ts'
import { type Scale, stepOf } from './axis.ts'
import type { OutlineRow } from './outline.ts'

interface Options {
  rows: readonly OutlineRow[]
  scale: Scale
  mayEdit: boolean
  drafting: Drafting
  tasksOf: (row: OutlineRow) => readonly Task[]
  focusRow: (index: number) => void
  onToggle: (row: OutlineRow) => void
  onOpen: (row: OutlineRow) => void
  onLinks: (task: Task) => void
  onDates: (task: Task) => void
}

/** A move by keys is kept when no key has moved it for as long; each further one adds to it. */
const restMs = 900
const pageRows = 10

/** The keys of the rows: to go, to move bars, and to open what does the same by words. */
export function useRowKeys(options: Options) {
  const { rows, scale, mayEdit, drafting, tasksOf, focusRow, onToggle, onOpen, onLinks, onDates } = options
  const { draft, setDraft, commit } = drafting
  const keep = useRef(commit)
  keep.current = commit
  const byKeys = useRef(false)
  useEffect(() => {
    if (!draft || !byKeys.current) return
    const timer = setTimeout(() => {
      byKeys.current = false
      keep.current()
    }, restMs)
    return () => clearTimeout(timer)
  }, [draft])

  const keepNow = () => {
    if (!draft || !byKeys.current) return false
    byKeys.current = false
    commit()
    return true
  }
  const move = (row: OutlineRow, grip: Grip, step: number): void => {
    const before = draft?.rowId === row.id && draft.grip === grip ? draft : undefined
    if (!before) keepNow()
    byKeys.current = true
    const days = (before?.days ?? 0) + step * stepOf(scale)
    setDraft(days === 0 ? undefined : { rowId: row.id, tasks: before?.tasks ?? tasksOf(row), grip, days })
  }

  const giveUp = () => {
    byKeys.current = false
    setDraft(undefined)
  }

  return {
    /** The focus has left the rows: what was moved is kept. */
    left: keepNow,
    press(event: KeyboardEvent<HTMLElement>): void {
      const element = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')
      // Keys in the menu of a row are the menu's.
      if (!element || event.target !== element || event.ctrlKey || event.metaKey) return
      const at = rows.findIndex(({ id }) => id === element.dataset.row)
      const row = rows[at]
      if (!row) return
      const act = actionFor(event, row, at)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    },
  }

  function actionFor(event: KeyboardEvent, row: OutlineRow, at: number): (() => void) | undefined {
    const { key, shiftKey, altKey } = event
    const { task } = row
    const go = (to: number) => () => {
      keepNow()
      focusRow(Math.min(Math.max(to, 0), rows.length - 1))
    }
    switch (key) {
      case 'ArrowDown':
        return go(at + 1)
      case 'ArrowUp':
        return go(at - 1)
      case 'PageDown':
        return go(at + pageRows)
      case 'PageUp':
        return go(at - pageRows)
      case 'Home':
        return go(0)
      case 'End':
        return go(rows.length - 1)
      case 'ArrowLeft':
      case 'ArrowRight': {
        const step = key === 'ArrowRight' ? 1 : -1
        if (mayEdit && task?.dates.due) return () => move(row, shiftKey ? 'due' : altKey ? 'start' : 'move', step)
        return () => row.isOpen !== undefined && row.isOpen !== (step === 1) && onToggle(row)
      }
      case ' ':
        return () => row.isOpen !== undefined && onToggle(row)
      case 'Enter':
        return () => keepNow() || onOpen(row)
      case 'Escape':
        return draft && giveUp
      case 'd':
      case 'D':
        return mayEdit && task && !altKey ? () => onLinks(task) : undefined
      case 'e':
      case 'E':
        return mayEdit && task && !altKey ? () => onDates(task) : undefined
      default:
        return undefined
    }
  }
}
