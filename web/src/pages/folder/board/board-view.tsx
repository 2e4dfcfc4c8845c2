import { type KeyboardEvent, useRef } from 'react'
import type { View } from '../../../data/use-view.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import './board.css'
import { BoardBar } from './board-bar.tsx'
import { type CellPlace, cellKey, droppedAt } from './cells.ts'
import { Column } from './column.tsx'
import { useDrops } from './dragging.ts'
import { Lane } from './lane.tsx'
import { useBoard } from './use-board.ts'
import { useCardKeys } from './use-card-keys.ts'

const t = words('board', {
  reading: 'Reading …',
  board: 'Board',
  keys: 'Arrow keys go from card to card. Control and an arrow key moves the card. Enter opens it.',
  readKeys: 'Arrow keys go from card to card. Enter opens it.',
  some: ({ count, all }: { count: string; all: string }) => `${count} of ${all} tasks are shown.`,
  more: 'Read more',
})

/** The tasks of a place as cards in columns, which are moved by hand, by keys or by their menu. */
export function BoardView({ view }: { view: View }) {
  const board = useBoard(view)
  const element = useRef<HTMLDivElement>(null)
  const keys = useCardKeys(board)
  const { tasks, columns, lanes, cells } = board
  const collapsed = new Set(view.settings.collapsedGroups)
  const toggle = (group: string) =>
    view.set({
      collapsedGroups: collapsed.has(group)
        ? view.settings.collapsedGroups.filter((one) => one !== group)
        : [...view.settings.collapsedGroups, group],
    })
  useDrops(element, ({ taskId, from, to, over }) => {
    const cell = cells.get(cellKey(to)) ?? []
    const task = tasks.rows.find(({ id }) => id === taskId)
    if (!task) return
    const isSameCell = cellKey(from) === cellKey(to)
    if (isSameCell && !over) return
    board.move(task, from, to, board.isByHand ? droppedAt(cell, taskId, over) : undefined)
  })
  const drawn = (lane: string) =>
    columns.map((column) => {
      const place: CellPlace = { column: column.value, lane }
      return (
        <Column
          key={column.value}
          view={view}
          board={board}
          column={column}
          place={place}
          cards={cells.get(cellKey(place)) ?? []}
          keys={keys}
          isCollapsed={!board.hasLanes && collapsed.has(columnGroup(column.value))}
          onToggle={() => toggle(columnGroup(column.value))}
        />
      )
    })

  if (tasks.isReading) return <p className="quiet view-wait">{t.reading}</p>
  return (
    <>
      <BoardBar view={view} />
      <Fault error={tasks.error ?? board.error} onRetry={tasks.retry} />
      {tasks.isCutShort && (
        <p className="board-some">
          {t.some({ count: String(tasks.rows.length), all: String(tasks.count ?? '') })}{' '}
          <button type="button" className="link" onClick={tasks.more}>
            {t.more}
          </button>
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the cards inside, heard in one place */}
      <div
        ref={element}
        className={board.hasLanes ? 'board with-lanes' : 'board'}
        onKeyDown={(event: KeyboardEvent<HTMLElement>) => keys.press(event)}
      >
        <p className="unseen" id="board-keys">
          {view.may.edit ? t.keys : t.readKeys}
        </p>
        {board.hasLanes
          ? lanes.map((lane) => (
              <Lane
                key={lane.value}
                lane={lane}
                columns={columns}
                cells={cells}
                isCollapsed={collapsed.has(laneGroup(lane.value))}
                onToggle={() => toggle(laneGroup(lane.value))}
              >
                {drawn(lane.value)}
              </Lane>
            ))
          : drawn('')}
      </div>
    </>
  )
}

/** Names in the view's settings of what is closed; columns and lanes may be by the same values. */
const columnGroup = (value: string): string => `column:${value}`.slice(0, 200)
const laneGroup = (value: string): string => `lane:${value}`.slice(0, 200)
