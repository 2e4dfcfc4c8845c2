import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Task } from '@taskwright/sdk'
import { useCallback, useEffect, useRef } from 'react'
import type { View } from '../../../data/use-view.ts'
import { Card } from './card.tsx'
import { type CellPlace, cellKey } from './cells.ts'
import type { Board } from './use-board.ts'
import type { CardKeys } from './use-card-keys.ts'

interface CardListProps {
  view: View
  board: Board
  place: CellPlace
  cards: readonly Task[]
  keys: CardKeys
  labelledBy: string
}

const gap = 8

/** The cards of a cell, however many: only those that are seen are drawn, and the one that has the focus. */
export function CardList({ view, board, place, cards, keys, labelledBy }: CardListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  // Cards are drawn anew for what they show, not for each board: their menus ask for it when they are opened.
  const now = useRef(board)
  now.current = board
  const key = cellKey(place)
  const current = keys.current?.cell === key ? cards.findIndex(({ id }) => id === keys.current?.taskId) : -1
  // The same function as long as the cards are: with another one the places of all of them are worked out again.
  const keyOf = useCallback((index: number) => cards[index]?.id ?? index, [cards])
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 92,
    gap,
    paddingStart: gap,
    paddingEnd: gap,
    overscan: 6,
    getItemKey: keyOf,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return current === -1 || shown.includes(current) ? shown : [...shown, current].sort((one, other) => one - other)
    },
  })
  const wanted = keys.wanted?.cell === key ? cards.findIndex(({ id }) => id === keys.wanted?.taskId) : -1
  const { focused } = keys
  useEffect(() => {
    if (wanted === -1) return
    virtual.scrollToIndex(wanted)
    // It is drawn some frames later, when the list has scrolled.
    let frame = requestAnimationFrame(function focus() {
      const card = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted}"] .task-card-title`)
      card?.focus()
      if (card) focused()
      else frame = requestAnimationFrame(focus)
    })
    return () => cancelAnimationFrame(frame)
  }, [wanted, virtual, focused])

  return (
    <div className="card-list" ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: cards are placed by their index, which an ul does not allow for */}
      <div role="list" aria-labelledby={labelledBy} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key: id }) => {
          const task = cards[index] as Task
          return (
            // biome-ignore lint/a11y/useSemanticElements: its list is no ul either
            <div
              key={id}
              ref={virtual.measureElement}
              role="listitem"
              aria-setsize={cards.length}
              aria-posinset={index + 1}
              data-index={index}
              className="card-place"
              style={{ transform: `translateY(${start}px)` }}
            >
              <Card
                task={task}
                facts={view.facts}
                columns={view.settings.columns}
                isOpen={view.open === task.id}
                now={now}
                isByHand={board.isByHand}
                isFixed={!view.may.edit}
                column={place.column}
                lane={place.lane}
                index={index}
                count={cards.length}
                isCurrent={keys.isCurrent(key, task.id, index)}
                onFocus={keys.enter}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
