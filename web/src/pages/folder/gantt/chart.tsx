import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { Dependency, Task } from '@taskwright/sdk'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { shifted } from '../../../data/day-numbers.ts'
import { useStable } from '../../../data/use-stable.ts'
import type { View } from '../../../data/use-view.ts'
import { locale } from '../../../language/language.ts'
import { words } from '../../../language/words.ts'
import type { Drafting } from '../dates/use-draft.ts'
import { axisWidth, dayAt, type Scale, scales, ticksOf, xOfDay } from './axis.ts'
import { Background } from './background.tsx'
import { type Bar, barOf, rowHeight } from './bars.ts'
import { Lines } from './lines.tsx'
import type { OutlineRow } from './outline.ts'
import { Row, type RowActions } from './row.tsx'
import { rowMenu } from './row-menu.ts'
import { TimeHead } from './time-head.tsx'
import { headHeight, type NewLink, sideWidth, useBarDrag } from './use-bar-drag.ts'
import { useDependencies } from './use-dependencies.ts'
import type { useGantt } from './use-gantt.ts'
import { usePinch } from './use-pinch.ts'
import { useRowKeys } from './use-row-keys.ts'
import { useWindow } from './use-window.ts'

const t = words('gantt-chart', {
  chart: 'Gantt chart',
  name: 'Task',
  start: 'Start',
  due: 'Due',
  who: 'Who',
  time: 'Time',
})

interface ChartProps {
  view: View
  gantt: ReturnType<typeof useGantt>
  drafting: Drafting
  /** Filled by the chart: scrolls to today. */
  toToday: RefObject<(() => void) | undefined>
  onOpen: (row: OutlineRow) => void
  onDates: (task: Task) => void
  onLinks: (task: Task) => void
  onLink: (link: NewLink | Dependency) => void
}

const firstWeekdays = { Sun: 0, Mon: 1, Sat: 6 } as const

/** The chart itself: a table with a line of days, of which only what is seen is drawn. */
export function Chart({ view, gantt, drafting, toToday, onOpen, onDates, onLinks, onLink }: ChartProps) {
  const { rows, axis, scale, today, isFree } = gantt
  const scroller = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const [currentId, setCurrentId] = useState<string>()
  const current = (currentId === undefined ? undefined : gantt.indexOf.get(currentId)) ?? 0
  // The same function as long as the rows are: with another one the places of all of them are worked out again.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: keyOf,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return shown.includes(current) ? shown : [...shown, current].sort((one, other) => one - other)
    },
  })
  const shown = virtual.getVirtualItems()
  const seen = virtual.range ?? { startIndex: 0, endIndex: 0 }
  const [first, last] = [Math.max(seen.startIndex - 8, 0), Math.min(seen.endIndex + 8, rows.length - 1)]
  const dependencies = useDependencies(rows, first, last)

  const pixels = useWindow(scroller, rows.length > 0)
  const days = useMemo(
    () => ({
      from: Math.max(dayAt(axis, Math.max(pixels.left, 0)), axis.from),
      until: Math.min(dayAt(axis, pixels.right) + 1, axis.until),
    }),
    [axis, pixels],
  )
  const { upper, lower } = useMemo(() => {
    const firstWeekday = firstWeekdays[view.facts.viewer.firstDayOfWeek ?? 'Mon']
    return ticksOf(axis, days, { locale, firstWeekday })
  }, [axis, days, view.facts.viewer.firstDayOfWeek])

  // Another scale keeps the day in the middle; at first that is today.
  const middle = useRef(today)
  const keepMiddle = () => {
    const element = scroller.current
    if (element) middle.current = dayAt(axis, element.scrollLeft + element.clientWidth / 4)
  }
  useLayoutEffect(() => {
    const element = scroller.current
    if (element) element.scrollLeft = xOfDay(axis, middle.current) - element.clientWidth / 4
  }, [axis])
  useEffect(() => {
    toToday.current = () => {
      scroller.current?.scrollTo({ left: xOfDay(axis, today) - scroller.current.clientWidth / 4, behavior: 'smooth' })
    }
  }, [toToday, axis, today])

  /** Scrolls until a row is seen below the head, as little as that takes. */
  const showRow = (index: number): void => {
    const element = scroller.current
    if (!element) return
    const top = index * rowHeight
    const least = top + rowHeight + headHeight(element) - element.clientHeight
    if (element.scrollTop > top) element.scrollTop = top
    else if (element.scrollTop < least) element.scrollTop = least
  }
  /** Scrolls sideways until a bar's beginning is seen. */
  const showBar = (row: OutlineRow): void => {
    const element = scroller.current
    const bar = gantt.barOfRow(row)
    if (!element || !bar) return
    const width = element.clientWidth - sideWidth(element)
    if (bar.x < element.scrollLeft || bar.x > element.scrollLeft + width - room) element.scrollLeft = bar.x - room
  }
  const focusRow = (index: number): void => {
    const row = rows[index]
    if (!row) return
    setCurrentId(row.id)
    showRow(index)
    showBar(row)
    let tries = 0
    requestAnimationFrame(function focus() {
      const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${row.id}"]`)
      if (element) element.focus({ preventScroll: true })
      else if (tries++ < 30) requestAnimationFrame(focus)
    })
  }
  const mayEdit = view.may.edit
  const drag = useBarDrag({ axis, scroller, drafting, isFixed: !mayEdit, tasksOf: gantt.tasksOf, onOpen, onLink })
  const keys = useRowKeys({
    rows,
    scale,
    mayEdit,
    drafting,
    tasksOf: gantt.tasksOf,
    focusRow,
    onToggle: gantt.toggle,
    onOpen,
    onLinks,
    onDates,
  })
  const actions = useStable<RowActions>({
    menu: (row) => rowMenu({ row, gantt, drafting, mayEdit, onOpen, onDates, onLinks }),
    toggle: (row) => gantt.toggle(row),
    focus: (row) => {
      setCurrentId(row.id)
      showBar(row)
    },
    grab: drag.grab,
    draw: drag.draw,
  })
  const pinch = usePinch((step) => {
    const next = scales[scales.indexOf(scale) - step]
    if (next) view.set({ scale: next as Scale })
  })

  const ghosts = useMemo(() => {
    const found = new Map<string, Bar>()
    const { draft, preview } = drafting
    if (!draft) return found
    for (const { id, dates } of draft.tasks) {
      const bar = barOf(axis, shiftedBy(dates, draft.grip, draft.days))
      if (bar) found.set(id, bar)
    }
    for (const { taskId, after } of preview?.tasks ?? []) {
      const bar = barOf(axis, after)
      if (bar) found.set(taskId, bar)
    }
    return found
  }, [drafting, axis])
  const held = new Set(drafting.draft?.tasks.map(({ id }) => id))
  const height = virtual.getTotalSize()

  return (
    <div className="gantt" ref={scroller} onScroll={keepMiddle} {...pinch}>
      <div className="gantt-canvas" style={{ '--gantt-width': `${axisWidth(axis)}px` }}>
        <Background axis={axis} days={days} ticks={lower} today={today} isFree={isFree} height={height} />
        <div
          role="treegrid"
          aria-label={t.chart}
          aria-rowcount={rows.length + 1}
          onKeyDown={keys.press}
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) keys.left()
          }}
        >
          {/* biome-ignore lint/a11y/useSemanticElements: its table is none either */}
          <div role="rowgroup" className="gantt-head">
            {/* biome-ignore lint/a11y: as above; the head is not for the focus */}
            <div role="row" aria-rowindex={1} className="gantt-row">
              {(['name', 'start', 'due', 'who'] as const).map((name) => (
                // biome-ignore lint/a11y: as above
                <div key={name} role="columnheader" className={headClasses[name]}>
                  {t[name]}
                </div>
              ))}
              {/* biome-ignore lint/a11y: as above */}
              <div role="columnheader" className="gantt-line">
                <span className="unseen">{t.time}</span>
                <TimeHead axis={axis} upper={upper} lower={lower} />
              </div>
            </div>
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: as above */}
          <div role="rowgroup" className="gantt-body" style={{ height }}>
            {shown.map(({ index, start }) => {
              const row = rows[index]
              if (!row) return null
              const { task } = row
              return (
                <Row
                  key={row.id}
                  row={row}
                  index={index}
                  top={start}
                  bar={gantt.barOfRow(row)}
                  ghost={ghosts.get(row.id)}
                  isHeld={held.has(row.id)}
                  isCurrent={index === current}
                  isOpen={view.open === row.id}
                  isFixed={!mayEdit}
                  people={view.facts.people}
                  status={task && view.facts.statuses.byId.get(task.customStatusId)}
                  actions={actions}
                />
              )
            })}
          </div>
        </div>
        <Lines
          dependencies={dependencies}
          placeOf={gantt.placeOf}
          first={first}
          last={last}
          width={axisWidth(axis)}
          draft={drag.line}
          element={svg}
          onOpen={mayEdit ? onLink : undefined}
        />
      </div>
    </div>
  )
}

/** Pixels that are left beside a bar that is brought into sight. */
const room = 80

const headClasses = { name: 'gantt-name', start: 'gantt-day', due: 'gantt-day', who: 'gantt-who' }

/** Where a bar is held, until the server says where it would be. */
function shiftedBy(dates: Task['dates'], grip: 'move' | 'start' | 'due', days: number): Task['dates'] {
  const { start, due } = dates
  return {
    ...dates,
    ...(start && grip !== 'due' && { start: shifted(start, days) }),
    ...(due && (grip !== 'start' || !start) && { due: shifted(due, days) }),
  }
}
