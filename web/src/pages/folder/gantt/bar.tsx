import { type PointerEvent, useState } from 'react'
import type { Grip } from '../../../data/moved-dates.ts'
import { words } from '../../../language/words.ts'
import { type Bar as BarPlace, barHeight } from './bars.ts'
import type { OutlineRow } from './outline.ts'
import type { End } from './use-bar-drag.ts'

const t = words('gantt-one-bar', { late: 'late' })

interface BarProps {
  row: OutlineRow
  bar: BarPlace
  /** Beside the bar: what it is, and whose. */
  label: string
  /** Told by the pointer: its dates. */
  title: string
  isHeld: boolean
  isFixed: boolean
  isLate: boolean
  onGrab: (event: PointerEvent, grip: Grip) => void
  onDraw: (event: PointerEvent, end: End) => void
}

/** A task as a bar that can be held in the middle and at its ends, a milestone as a diamond, what holds others as a bracket. */
export function Bar({ row, bar, label, title, isHeld, isFixed, isLate, onGrab, onDraw }: BarProps) {
  const { x, width, isMilestone } = bar
  const isSpan = !row.task?.dates.due
  // Narrow bars have no room for ends beside a middle: both can be moved by keys and by the dialog.
  const hasEnds = !isFixed && !isSpan && !isMilestone && width >= 16
  const [isNear, setNear] = useState(false)
  const classes = [
    isSpan ? 'gantt-span' : isMilestone ? 'gantt-milestone' : 'gantt-task',
    isHeld && 'held',
    isFixed && 'fixed',
    isLate && 'late',
    row.task?.status === 'Completed' && 'done',
    (row.task?.status === 'Cancelled' || row.task?.status === 'Deferred') && 'resting',
  ]
  const half = barHeight / 2
  return (
    <div
      className="gantt-bar-place"
      style={isMilestone ? { left: x - half, width: barHeight } : { left: x, width }}
      onPointerEnter={() => setNear(true)}
      onPointerLeave={() => setNear(false)}
    >
      <div
        className={classes.filter(Boolean).join(' ')}
        {...(row.task && !isSpan && { 'data-bar': row.id })}
        title={title}
        onPointerDown={(event) => onGrab(event, 'move')}
      >
        {!isMilestone && row.done > 0 && row.done < 1 && (
          <span className="gantt-progress" style={{ width: `${row.done * 100}%` }} />
        )}
        {hasEnds && (
          <>
            <span className="gantt-end start" onPointerDown={(event) => onGrab(event, 'start')} />
            <span className="gantt-end due" onPointerDown={(event) => onGrab(event, 'due')} />
          </>
        )}
      </div>
      {isNear && !isSpan && !isHeld && !isFixed && (
        <>
          {!isMilestone && <span className="gantt-knob start" onPointerDown={(event) => onDraw(event, 'Start')} />}
          <span className="gantt-knob due" onPointerDown={(event) => onDraw(event, 'Finish')} />
        </>
      )}
      <span className="gantt-label">
        {label}
        {isLate && <span className="late-word"> {t.late}</span>}
      </span>
    </div>
  )
}
