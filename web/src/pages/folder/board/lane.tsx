import type { ReactNode } from 'react'
import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import { type Cells, cellKey } from './cells.ts'
import type { Column } from './columns.ts'

const t = words('board-lane', {
  cards: ({ count }: { count: number }) => plural(count, { one: '# card', other: '# cards' }),
})

interface LaneProps {
  lane: Column
  columns: readonly Column[]
  cells: Cells
  isCollapsed: boolean
  onToggle: () => void
  children: ReactNode
}

/** Cards that have a value in common, across all columns. */
export function Lane({ lane, columns, cells, isCollapsed, onToggle, children }: LaneProps) {
  const ids = columns.flatMap(({ value }) => cells.get(cellKey({ column: value, lane: lane.value })) ?? [])
  return (
    <section className="lane" aria-label={lane.title}>
      <h2>
        <button type="button" className="plain" aria-expanded={!isCollapsed} onClick={onToggle}>
          <Icon name={isCollapsed ? 'forward' : 'down'} />
          {lane.color && <ColourDot color={lane.color} />}
          <span>{lane.title}</span>
          <span className="quiet">{t.cards({ count: new Set(ids.map(({ id }) => id)).size })}</span>
        </button>
      </h2>
      {!isCollapsed && <div className="lane-columns">{children}</div>}
    </section>
  )
}
