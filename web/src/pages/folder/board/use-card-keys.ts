import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { type CellPlace, cellKey } from './cells.ts'
import type { Board } from './use-board.ts'

interface CardPlace {
  cell: string
  taskId: string
}

/** The card that has the focus, or will have it. */
export interface CardKeys {
  current: CardPlace | undefined
  /** To be focused when it is drawn. */
  wanted: CardPlace | undefined
  focused: () => void
  enter: (cell: string, taskId: string) => void
  /** The one card that Tab stops at: the last that had the focus, else the first of all. */
  isCurrent: (cell: string, taskId: string, index: number) => boolean
  press: (event: KeyboardEvent<HTMLElement>) => void
}

const steps: Record<string, { across: number; down: number }> = {
  ArrowDown: { across: 0, down: 1 },
  ArrowUp: { across: 0, down: -1 },
  ArrowRight: { across: 1, down: 0 },
  ArrowLeft: { across: -1, down: 0 },
}

/** Arrow keys among cards; with Control they take the card along. */
export function useCardKeys(board: Board): CardKeys {
  const [current, setCurrent] = useState<CardPlace>()
  const [wanted, setWanted] = useState<CardPlace>()
  const { columns, lanes, cells } = board
  const cell = (place: CellPlace) => cells.get(cellKey(place)) ?? []
  const first = lanes
    .flatMap(({ value: lane }) => columns.map(({ value: column }) => cellKey({ column, lane })))
    .find((key) => (cells.get(key) ?? []).length > 0)
  const isThere = current !== undefined && cells.get(current.cell)?.some(({ id }) => id === current.taskId) === true

  // A card that is moved is drawn anew where it goes, and again should what the server says come late: the focus goes along.
  const held = useRef<string>(undefined)
  useEffect(() => {
    const taskId = held.current
    if (taskId === undefined || document.activeElement !== document.body) return
    const home = [...cells].find(([, cards]) => cards.some(({ id }) => id === taskId))
    if (home) setWanted({ cell: home[0], taskId })
  }, [cells])
  useEffect(() => {
    const letGo = () => {
      held.current = undefined
    }
    document.addEventListener('pointerdown', letGo)
    return () => document.removeEventListener('pointerdown', letGo)
  }, [])

  function press(event: KeyboardEvent<HTMLElement>): void {
    const step = steps[event.key]
    const title = event.target as HTMLElement
    if (!step || !title.classList.contains('task-card-title') || !current || event.altKey || event.shiftKey) return
    const [lane = '', column = ''] = JSON.parse(current.cell) as string[]
    const from: CellPlace = { column, lane }
    const at = cell(from).findIndex(({ id }) => id === current.taskId)
    const task = cell(from)[at]
    if (!task) return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) {
      const to = step.across === 0 ? from : beside(from, step.across, (place) => board.canMove(task, from, place))
      if (!to) return
      if (step.across === 0) {
        const index = at + step.down
        if (!board.isByHand || index < 0 || index >= cell(from).length) return
        board.move(task, from, to, index)
      } else board.move(task, from, to)
      held.current = task.id
      setWanted({ cell: cellKey(to), taskId: task.id })
      return
    }
    const to = step.across === 0 ? from : beside(from, step.across, (place) => cell(place).length > 0)
    const index = step.across === 0 ? at + step.down : Math.min(at, cell(to ?? from).length - 1)
    const next = cell(to ?? from)[index]
    if (to && next) setWanted({ cell: cellKey(to), taskId: next.id })
  }

  /** The next place in a direction that fits: in the same lane. */
  function beside(from: CellPlace, across: number, fits: (place: CellPlace) => boolean): CellPlace | undefined {
    const at = columns.findIndex(({ value }) => value === from.column)
    for (let next = at + across; next >= 0 && next < columns.length; next += across) {
      const place = { column: columns[next]?.value ?? '', lane: from.lane }
      if (fits(place)) return place
    }
    return undefined
  }

  return {
    current,
    wanted,
    focused: useCallback(() => setWanted(undefined), []),
    enter: useCallback((cellOf: string, taskId: string) => {
      if (held.current !== taskId) held.current = undefined
      setCurrent({ cell: cellOf, taskId })
    }, []),
    isCurrent: (cellOf, taskId, index) =>
      isThere ? current.cell === cellOf && current.taskId === taskId : cellOf === first && index === 0,
    press,
  }
}
