import { Link } from '@tanstack/react-router'
import { memo, type ReactNode, useRef } from 'react'
import { isPast } from '../../../data/days.ts'
import type { ViewFacts } from '../../../data/view-facts.ts'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Avatars } from '../../../parts/person.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import { useTaskDragging } from './dragging.ts'
import { dayOfEnd } from './moves.ts'
import type { Piece } from './weeks.ts'

const t = words('calendar-chip', { late: 'late', milestone: 'milestone' })

interface ChipProps {
  piece: Piece
  facts: ViewFacts
  isOpen: boolean
  /** It stays on its days. */
  isFixed: boolean
  isSpan: boolean
  /** The height of a line, in CSS pixels. */
  lineHeight: number
}

/** A task on its days; held in the middle it goes to other days, held at an end that end does. */
export const Chip = memo(function Chip({ piece, facts, isOpen, isFixed, isSpan, lineHeight }: ChipProps) {
  const { task, from, to, line, isOpenBefore, isOpenAfter } = piece
  const element = useRef<HTMLAnchorElement>(null)
  const isDragged = useTaskDragging(element, task.id, 'move', { from, to }, !isFixed)
  const status = facts.statuses.byId.get(task.customStatusId)
  const people = (task.responsibleIds ?? []).flatMap((id) => facts.people.get(id) ?? [])
  const isDone = task.status === 'Completed'
  const isLate = task.status === 'Active' && task.dates.due !== undefined && isPast(task.dates.due)
  const hasEnds = !isFixed && isSpan && task.dates.type === 'Planned'
  const classes = [
    'chip',
    isFixed && 'fixed',
    isDone && 'done',
    isLate && 'late',
    isOpenBefore && 'open-before',
    isOpenAfter && 'open-after',
    isDragged && 'dragged',
    isOpen && 'open',
  ]
  return (
    <Link
      ref={element}
      to="."
      search={(before) => ({ ...before, task: task.id })}
      className={classes.filter(Boolean).join(' ')}
      style={{ '--days': to - from + 1, top: line * lineHeight, height: lineHeight - 3 }}
      tabIndex={-1}
      data-chip={task.id}
      title={task.title}
    >
      {hasEnds && !isOpenBefore && <End piece={piece} grip="start" />}
      {task.dates.type === 'Milestone' ? <Icon name="star" /> : status && <ColourDot color={status.color ?? 'Gray'} />}
      <span className="chip-title">{task.title}</span>
      {task.dates.type === 'Milestone' && <span className="unseen">, {t.milestone}</span>}
      {isLate && <span className="late-word">{t.late}</span>}
      {people.length > 0 && <Avatars people={people} most={2} />}
      {hasEnds && !isOpenAfter && <End piece={piece} grip="due" />}
    </Link>
  )
})

/** The end of a chip, which is dragged by itself. */
function End({ piece: { task }, grip }: { piece: Piece; grip: 'start' | 'due' }): ReactNode {
  const element = useRef<HTMLSpanElement>(null)
  const day = dayOfEnd(task, grip)
  useTaskDragging(element, task.id, grip, { from: day, to: day })
  return <span ref={element} className={`chip-end ${grip}`} aria-hidden="true" />
}
