import { useNavigate } from '@tanstack/react-router'
import type { Task } from '@taskwright/sdk'
import type { RefObject } from 'react'
import type { ViewSearch } from '../../../data/view-address.ts'
import { words } from '../../../language/words.ts'
import { LateMenu, type MenuChoice } from '../../../parts/menu.tsx'
import type { CellPlace } from './cells.ts'
import type { Board } from './use-board.ts'

const t = words('card-menu', {
  name: ({ title }: { title: string }) => `“${title}”: move and more`,
  open: 'Open',
  up: 'Move up',
  down: 'Move down',
  top: 'Move to the top',
  bottom: 'Move to the bottom',
  moveTo: 'Move to',
  lane: 'Move to the lane',
})

interface CardMenuProps {
  task: Task
  /** The board as it is when the menu is opened. */
  now: RefObject<Board>
  place: CellPlace
  index: number
  count: number
  isPassedBy: boolean
}

/** All that dragging does, without dragging. */
export function CardMenu({ task, now, place, index, count, isPassedBy }: CardMenuProps) {
  const navigate = useNavigate()
  const { title } = task
  const groups = () => {
    const board = now.current
    const open = () => void navigate({ to: '.', search: (before: ViewSearch) => ({ ...before, task: task.id }) })
    const to = (label: string, at: number): MenuChoice => ({
      label,
      run: () => board.move(task, place, place, at),
    })
    const inCell: MenuChoice[] = board.isByHand
      ? [
          ...(index > 0 ? [{ ...to(t.up, index - 1), keys: 'Ctrl ↑' }] : []),
          ...(index < count - 1 ? [{ ...to(t.down, index + 1), keys: 'Ctrl ↓' }] : []),
          ...(index > 1 ? [to(t.top, 0)] : []),
          ...(index < count - 2 ? [to(t.bottom, count - 1)] : []),
        ]
      : []
    const places = (all: Board['columns'], placeOf: (value: string) => CellPlace): MenuChoice[] =>
      all
        .map(({ value, title: label }) => ({ label, to: placeOf(value) }))
        .filter((choice) => choice.to.column !== place.column || choice.to.lane !== place.lane)
        .filter((choice) => board.canMove(task, place, choice.to))
        .map((choice) => ({ label: choice.label, run: () => board.move(task, place, choice.to) }))
    return [
      { choices: [{ label: t.open, run: open, keys: 'Enter' }, ...inCell] },
      { title: t.moveTo, choices: places(board.columns, (column) => ({ ...place, column })) },
      { title: t.lane, choices: board.hasLanes ? places(board.lanes, (lane) => ({ ...place, lane })) : [] },
    ]
  }
  return <LateMenu label={t.name({ title })} isPassedBy={isPassedBy} groups={groups} />
}
