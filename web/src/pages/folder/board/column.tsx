import type { Task } from '@taskwright/sdk'
import { useId, useRef } from 'react'
import type { View } from '../../../data/use-view.ts'
import { plural, words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { ColourDot } from '../../../parts/status.tsx'
import { CardList } from './card-list.tsx'
import type { CellPlace } from './cells.ts'
import type { Column as ColumnFacts } from './columns.ts'
import { useCellDropping } from './dragging.ts'
import { NewCard } from './new-card.tsx'
import type { Board } from './use-board.ts'
import type { CardKeys } from './use-card-keys.ts'

const t = words('board-column', {
  count: ({ count }: { count: number }) => plural(count, { one: '# card', other: '# cards' }),
  close: ({ title }: { title: string }) => `Close the column ${title}`,
  open: ({ title }: { title: string }) => `Open the column ${title}`,
})

interface ColumnProps {
  view: View
  board: Board
  column: ColumnFacts
  place: CellPlace
  cards: readonly Task[]
  keys: CardKeys
  isCollapsed: boolean
  onToggle: () => void
}

/** A column, or the part of it in a lane: how many cards there are, the cards, and a way to more. */
export function Column({ view, board, column, place, cards, keys, isCollapsed, onToggle }: ColumnProps) {
  const element = useRef<HTMLElement>(null)
  const titleId = useId()
  const isOver = useCellDropping(element, place, (taskId, from, to) => {
    const task = board.tasks.rows.find(({ id }) => id === taskId)
    return task !== undefined && board.canMove(task, from, to)
  })
  const { title, color } = column
  const classes = ['board-column', isOver && 'over', isCollapsed && 'collapsed'].filter(Boolean).join(' ')
  const Title = board.hasLanes ? 'h3' : 'h2'
  return (
    // In each lane there is one of the same name: landmarks would be too many.
    <section ref={element} className={classes} aria-labelledby={titleId} {...(board.hasLanes && { role: 'group' })}>
      <header>
        <Title id={titleId}>
          {color && <ColourDot color={color} />}
          <span className="board-title">{title}</span>
          <span className="board-count" title={t.count({ count: cards.length })}>
            {cards.length}
          </span>
        </Title>
        {!board.hasLanes && (
          <button
            type="button"
            className="plain"
            aria-expanded={!isCollapsed}
            aria-label={isCollapsed ? t.open({ title }) : t.close({ title })}
            onClick={onToggle}
          >
            <Icon name={isCollapsed ? 'forward' : 'back'} />
          </button>
        )}
      </header>
      {!isCollapsed && (
        <>
          <CardList view={view} board={board} place={place} cards={cards} keys={keys} labelledBy={titleId} />
          {view.may.create && <NewCard view={view} board={board} place={place} title={title} />}
        </>
      )}
    </section>
  )
}
