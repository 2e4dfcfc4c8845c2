import type { Task } from '@taskwright/sdk'
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { momentOfDay, partsOfDay, weekStart } from '../../../data/day-numbers.ts'
import type { IsFree } from '../../../data/free-days-of.ts'
import { useStable } from '../../../data/use-stable.ts'
import type { View } from '../../../data/use-view.ts'
import { locale } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'
import { DayCell } from './day-cell.tsx'
import { datedOf, piecesOf, turned } from './weeks.ts'

const t = words('calendar-grid', { calendar: 'Calendar' })

const longDay = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
const shortDay = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })

interface MonthGridProps {
  view: View
  tasks: readonly Task[]
  weeks: readonly number[]
  anchor: number
  scale: 'Month' | 'Week'
  isSpan: boolean
  firstWeekday: number
  today: number
  isFree: IsFree
  onAnchor: (day: number) => void
  onOpen: (day: number) => void
  onCreate: (day: number) => void
}

/** Of a line of tasks, and of what stands above and below the lines of a day. */
const lineHeight = 25
const headHeight = 30
const moreHeight = 24

/** Weeks as rows and days as cells. Arrow keys go from day to day, Page Up and Page Down by months, Enter opens a day. */
export function MonthGrid(props: MonthGridProps) {
  const { view, tasks, weeks, anchor, scale, isSpan, firstWeekday, today, isFree, onAnchor, onOpen, onCreate } = props
  const element = useRef<HTMLDivElement>(null)
  const lines = useLines(element, weeks.length, scale)
  const dated = useMemo(() => datedOf(tasks, isSpan), [tasks, isSpan])
  const byWeek = useMemo(() => weeks.map((start) => ({ start, pieces: piecesOf(dated, start) })), [dated, weeks])
  const { month } = partsOfDay(anchor)
  const canCreate = view.may.create
  // The keys may lead to a month that is not drawn yet: the focus goes there when it is.
  const wanted = useRef<number>(undefined)
  useEffect(() => {
    if (wanted.current !== anchor) return
    wanted.current = undefined
    element.current?.querySelector<HTMLElement>(`[data-day="${anchor}"]`)?.focus()
  })

  const actions = useStable({ focus: onAnchor, open: onOpen, create: onCreate })

  function press(event: KeyboardEvent<HTMLElement>): void {
    const cell = event.target as HTMLElement
    if (cell.dataset.day === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    const day = Number(cell.dataset.day)
    const start = weekStart(day, firstWeekday)
    const steps: Record<string, number> = {
      ArrowLeft: day - 1,
      ArrowRight: day + 1,
      ArrowUp: day - 7,
      ArrowDown: day + 7,
      Home: start,
      End: start + 6,
      PageUp: turned(day, scale, -1),
      PageDown: turned(day, scale, 1),
    }
    const to = steps[event.key]
    if (to !== undefined) {
      wanted.current = to
      onAnchor(to)
    } else if (event.key === 'Enter' || event.key === ' ') onOpen(day)
    else if (event.key === 'n' && canCreate) onCreate(day)
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: chips reach over several days, which cells of a table do not let them
    <div ref={element} role="grid" aria-label={t.calendar} className={`weeks ${scale.toLowerCase()}`} onKeyDown={press}>
      {/* biome-ignore lint/a11y: as above; the head is not for the focus */}
      <div role="row" className="week-head">
        {Array.from({ length: 7 }, (_, at) => momentOfDay((weeks[0] ?? 0) + at)).map((moment) => (
          // biome-ignore lint/a11y: as above
          <div key={moment.getTime()} role="columnheader" aria-label={longDay.format(moment)}>
            {shortDay.format(moment)}
          </div>
        ))}
      </div>
      {byWeek.map(({ start, pieces }) => {
        const needed = Math.max(...pieces.map(({ line }) => line + 1), 1)
        return (
          // biome-ignore lint/a11y: as above
          <div key={start} role="row" className="week">
            {Array.from({ length: 7 }, (_, at) => start + at).map((day) => (
              <DayCell
                key={day}
                facts={view.facts}
                open={view.open}
                day={day}
                pieces={pieces}
                isFixed={!view.may.edit}
                isSpan={isSpan}
                lines={scale === 'Week' ? needed : lines}
                lineHeight={lineHeight}
                isToday={day === today}
                isFree={isFree(day)}
                isBeside={scale === 'Month' && partsOfDay(day).month !== month}
                isCurrent={day === anchor}
                canCreate={canCreate}
                actions={actions}
              />
            ))}
          </div>
        )
      })}
    </div>
  )
}

/** How many lines of tasks have room in a day, as high as the window lets it be. */
function useLines(element: { current: HTMLElement | null }, weeks: number, scale: 'Month' | 'Week'): number {
  const [lines, setLines] = useState(3)
  // biome-ignore lint/correctness/useExhaustiveDependencies: of more weeks each has less height
  useLayoutEffect(() => {
    const grid = element.current
    if (!grid || scale === 'Week') return
    const look = () => {
      const week = grid.querySelector<HTMLElement>('.week')
      const room = (week?.clientHeight ?? 0) - headHeight - moreHeight
      setLines(Math.max(Math.floor(room / lineHeight), 1))
    }
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(grid)
    return () => sizes.disconnect()
  }, [element, weeks, scale])
  return lines
}
