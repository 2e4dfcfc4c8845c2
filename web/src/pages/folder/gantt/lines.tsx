import type { Dependency } from '@taskwright/sdk'
import type { RefObject } from 'react'
import { words } from '../../../language/words.ts'
import { type Bar, edgeOf, pathBetween, rowHeight } from './bars.ts'
import type { LineDraft } from './use-bar-drag.ts'

const t = words('gantt-lines', { change: 'Change or delete this dependency' })

interface LinesProps {
  dependencies: readonly Dependency[]
  /** Where a task is drawn: its row among those that are open, and its bar. */
  placeOf: (taskId: string) => { index: number; bar: Bar } | undefined
  /** Rows that are seen. */
  first: number
  last: number
  width: number
  draft: LineDraft | undefined
  element: RefObject<SVGSVGElement | null>
  /** Missing where they cannot be changed. */
  onOpen: ((dependency: Dependency) => void) | undefined
}

/** Dependencies as lines with an arrow, of which an end is in sight; and the one that is being drawn. */
export function Lines({ dependencies, placeOf, first, last, width, draft, element, onOpen }: LinesProps) {
  const top = first * rowHeight
  const height = (last - first + 1) * rowHeight
  const yOf = (index: number) => index * rowHeight + rowHeight / 2 - top
  const from = draft && placeOf(draft.fromId)
  return (
    <svg
      ref={element}
      className="gantt-lines"
      style={{ transform: `translateY(${top}px)`, width, height }}
      aria-hidden="true"
    >
      <defs>
        <marker id="gantt-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {dependencies.map((dependency) => {
        const one = placeOf(dependency.predecessorId)
        const other = placeOf(dependency.successorId)
        if (!one || !other) return null
        const path = pathBetween(
          dependency.relationType,
          { bar: one.bar, y: yOf(one.index) },
          { bar: other.bar, y: yOf(other.index) },
        )
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: D in a row lists its dependencies
          <g
            key={dependency.id}
            className={onOpen ? 'gantt-link' : 'gantt-link fixed'}
            data-link={dependency.id}
            onClick={() => onOpen?.(dependency)}
          >
            {onOpen && <title>{t.change}</title>}
            <path className="aim" d={path} />
            <path className="line" d={path} markerEnd="url(#gantt-arrow)" />
          </g>
        )
      })}
      {draft && from && element.current && (
        <path
          className="gantt-drawn"
          d={`M${edgeOf(from.bar, draft.end === 'Start' ? -1 : 1)} ${yOf(from.index)}L${draft.x - element.current.getBoundingClientRect().left} ${draft.y - element.current.getBoundingClientRect().top}`}
        />
      )}
    </svg>
  )
}
