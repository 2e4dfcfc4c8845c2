import type { Task } from '@taskwright/sdk'
import { useMemo, useState } from 'react'
import { localDay, monthStart, partsOfDay, todayNumber } from '../../../data/day-numbers.ts'
import { useFreeDays } from '../../../data/free-days.ts'
import type { View } from '../../../data/use-view.ts'
import type { TaskField } from '../../../data/view.ts'
import { useTasksOfView } from '../../../data/view-tasks.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { DatesDialog } from '../dates/dates-dialog.tsx'
import { QuestionDialog } from '../dates/question-dialog.tsx'
import { useDraft } from '../dates/use-draft.ts'
import { Agenda } from './agenda.tsx'
import './calendar.css'
import { CalendarBar } from './calendar-bar.tsx'
import { DayDialog } from './day-dialog.tsx'
import { useTaskDrops } from './dragging.ts'
import { MonthGrid } from './month-grid.tsx'
import { datesDroppedOn } from './moves.ts'
import { Undated } from './undated.tsx'
import { useAnchor } from './use-anchor.ts'
import { useNarrow } from './use-narrow.ts'
import { daysOfTask, weeksOf } from './weeks.ts'

const t = words('calendar', { reading: 'Reading …' })

const fields: readonly TaskField[] = ['responsibleIds']
const firstWeekdays = { Sun: 0, Mon: 1, Sat: 6 } as const

/** The tasks of a place on their days, a month or a week at a time. */
export function CalendarView({ view }: { view: View }) {
  const tasks = useTasksOfView(view, { fields, isWhole: true, comesWhole: true })
  const isFree = useFreeDays()
  const drafting = useDraft(isFree)
  const isNarrow = useNarrow()
  const today = todayNumber()
  const [opened, setOpened] = useState<{ day: number; isNew: boolean }>()
  const [dated, setDated] = useState<Task>()
  const [hasUndated, setUndated] = useState(false)
  const { settings, facts } = view
  const scale = settings.scale === 'Week' ? 'Week' : 'Month'
  const isSpan = settings.spans
  const firstWeekday = firstWeekdays[facts.viewer.firstDayOfWeek ?? 'Mon']
  const [anchor, setAnchor] = useAnchor(view, scale, firstWeekday, today)
  const { year, month } = partsOfDay(anchor)
  // biome-ignore lint/correctness/useExhaustiveDependencies: days of one month have the same weeks
  const weeks = useMemo(
    () => weeksOf(anchor, scale, firstWeekday),
    [scale === 'Week' ? anchor : year * 12 + month, scale, firstWeekday],
  )
  const undated = useMemo(
    () => tasks.rows.filter(({ dates, status }) => !dates.due && status !== 'Completed' && status !== 'Cancelled'),
    [tasks.rows],
  )
  useTaskDrops((held, day) => {
    const task = tasks.rows.find(({ id }) => id === held.taskId)
    const dates = task && datesDroppedOn(task, held, day, isSpan)
    if (dates) void drafting.finish({ tasks: [{ taskId: held.taskId, dates }] }, undefined)
  })
  const tasksOn = (day: number) =>
    tasks.rows.filter((task) => {
      const days = daysOfTask(task, isSpan)
      return days && days.from <= day && day <= days.to
    })
  const shown =
    scale === 'Week'
      ? { from: weeks[0] ?? anchor, until: (weeks[0] ?? anchor) + 7 }
      : { from: monthStart(year, month), until: monthStart(year, month + 1) }

  if (tasks.isReading) return <p className="quiet view-wait">{t.reading}</p>
  return (
    <>
      <CalendarBar
        view={view}
        scale={scale}
        anchor={anchor}
        today={today}
        undated={undated.length}
        hasUndated={hasUndated}
        onAnchor={setAnchor}
        onScale={(next) => view.set({ scale: next }, anchor === today ? undefined : localDay(anchor))}
        onUndated={() => setUndated(!hasUndated)}
      />
      <Fault error={tasks.error ?? drafting.reschedule.error} onRetry={tasks.retry} />
      <div className="calendar-page">
        {isNarrow ? (
          <Agenda
            view={view}
            tasks={tasks.rows}
            {...shown}
            isSpan={isSpan}
            today={today}
            onDates={setDated}
            onCreate={(day) => setOpened({ day, isNew: true })}
          />
        ) : (
          <MonthGrid
            view={view}
            tasks={tasks.rows}
            weeks={weeks}
            anchor={anchor}
            scale={scale}
            isSpan={isSpan}
            firstWeekday={firstWeekday}
            today={today}
            isFree={isFree}
            onAnchor={setAnchor}
            onOpen={(day) => setOpened({ day, isNew: false })}
            onCreate={(day) => setOpened({ day, isNew: true })}
          />
        )}
        {hasUndated && undated.length > 0 && <Undated view={view} tasks={undated} onDates={setDated} />}
      </div>
      {opened && !dated && (
        <DayDialog
          view={view}
          day={opened.day}
          isNew={opened.isNew}
          tasks={opened.isNew ? [] : tasksOn(opened.day)}
          onDates={setDated}
          onClose={() => setOpened(undefined)}
        />
      )}
      {dated && (
        <DatesDialog
          task={dated}
          onSave={(wanted, moves) => void drafting.finish(wanted, moves)}
          onClose={() => setDated(undefined)}
        />
      )}
      {drafting.question && <QuestionDialog question={drafting.question} onAnswer={drafting.answer} />}
    </>
  )
}
