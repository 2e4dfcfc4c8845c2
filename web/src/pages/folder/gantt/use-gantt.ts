import type { Task } from '@taskwright/sdk'
import { useMemo } from 'react'
import { dayNumber, todayNumber } from '../../../data/day-numbers.ts'
import { useFreeDays } from '../../../data/free-days.ts'
import type { View } from '../../../data/use-view.ts'
import type { TaskField } from '../../../data/view.ts'
import { useTasksOfView } from '../../../data/view-tasks.ts'
import { axisOf, type Scale } from './axis.ts'
import { type Bar, barOf } from './bars.ts'
import { type OutlineRow, openRows, outlineOf, tasksBelow } from './outline.ts'

const fields: readonly TaskField[] = ['responsibleIds', 'parentIds', 'superParentIds', 'superTaskIds', 'dependencyIds']

/** The rows of a view as an outline, the axis that holds them, and their bars. */
export function useGantt(view: View) {
  const { settings, facts, place } = view
  const tasks = useTasksOfView(view, { fields, isWhole: true, comesWhole: true })
  const isFree = useFreeDays()
  const scale: Scale = settings.scale ?? 'Week'
  const root = place === 'all' ? undefined : place.id
  const all = useMemo(() => outlineOf(tasks.rows, facts.places, root), [tasks.rows, facts.places, root])
  const rows = useMemo(() => openRows(all, new Set(settings.collapsedGroups)), [all, settings.collapsedGroups])
  const indexOf = useMemo(() => new Map(rows.map(({ id }, index) => [id, index])), [rows])
  const today = todayNumber()
  const extent = useExtent(tasks.rows)
  const axis = useMemo(() => axisOf(scale, extent, today), [scale, extent, today])
  const barOfRow = (row: OutlineRow): Bar | undefined => {
    if (row.task?.dates.due) return barOf(axis, row.task.dates)
    return row.span && barOf(axis, { type: 'Planned', ...row.span })
  }
  return {
    tasks,
    all,
    rows,
    indexOf,
    axis,
    scale,
    today,
    isFree,
    barOfRow,
    /** Where a task is drawn, if it is. */
    placeOf: (taskId: string) => {
      const index = indexOf.get(taskId)
      const row = index === undefined ? undefined : rows[index]
      const bar = row?.task && barOf(axis, row.task.dates)
      return index !== undefined && bar ? { index, bar } : undefined
    },
    /** What moves when a row is moved: a task alone, of a folder all that is in it. */
    tasksOf: (row: OutlineRow): readonly Task[] =>
      row.task?.dates.due
        ? [row.task]
        : tasksBelow(all, row.id)
            .filter(({ dates }) => dates.due)
            .slice(0, mostAtOnce),
    toggle: (row: OutlineRow) => {
      const { collapsedGroups } = settings
      view.set({
        collapsedGroups: row.isOpen
          ? [...collapsedGroups, row.id].slice(-mostClosed)
          : collapsedGroups.filter((id) => id !== row.id),
      })
    },
  }
}

/** Tasks of one change, as the API takes them. */
const mostAtOnce = 1000
/** Closed rows that the view's settings remember. */
const mostClosed = 200

/** The first and the last day of all tasks. */
function useExtent(tasks: readonly Task[]): { from: number; until: number } | undefined {
  const text = useMemo(() => {
    let [first, last] = ['', '']
    for (const { dates } of tasks) {
      const start = dates.start ?? dates.due
      if (start && (first === '' || start < first)) first = start
      if (dates.due && dates.due > last) last = dates.due
    }
    return first && last ? `${first.slice(0, 10)} ${last.slice(0, 10)}` : ''
  }, [tasks])
  // Of equal days the same object, so that the axis holds still.
  return useMemo(() => {
    const [first, last] = text.split(' ')
    return first && last ? { from: dayNumber(first), until: dayNumber(last) + 1 } : undefined
  }, [text])
}
