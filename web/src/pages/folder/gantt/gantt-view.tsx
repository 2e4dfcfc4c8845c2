import { useNavigate } from '@tanstack/react-router'
import type { Dependency, Task } from '@taskwright/sdk'
import { useRef, useState } from 'react'
import type { View } from '../../../data/use-view.ts'
import { words } from '../../../language/words.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { DatesDialog } from '../dates/dates-dialog.tsx'
import { NewTask } from '../new-task.tsx'
import { Chart } from './chart.tsx'
import './gantt.css'
import { QuestionDialog } from '../dates/question-dialog.tsx'
import { useDraft } from '../dates/use-draft.ts'
import { GanttBar } from './gantt-bar.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { LinksDialog } from './links-dialog.tsx'
import type { OutlineRow } from './outline.ts'
import type { NewLink } from './use-bar-drag.ts'
import { useGantt } from './use-gantt.ts'

const t = words('gantt', {
  reading: 'Reading …',
  nothing: 'Nothing to plan yet.',
  write: 'Write a title above and press Enter, then give the task dates.',
  removed: 'The dependency is deleted.',
  linked: ({ one, other }: { one: string; other: string }) => `“${other}” waits for “${one}” now.`,
})

/** The tasks of a place on a line of days: moved, stretched and linked by hand, by keys or in dialogs. */
export function GanttView({ view }: { view: View }) {
  const gantt = useGantt(view)
  const drafting = useDraft(gantt.isFree)
  const navigate = useNavigate()
  const [dated, setDated] = useState<Task>()
  const [linking, setLinking] = useState<Task>()
  const [link, setLink] = useState<NewLink | Dependency>()
  const found = useRef(new Map<string, string>())
  const toToday = useRef<() => void>(undefined)
  const { tasks } = gantt

  const titleOf = (taskId: string): string =>
    tasks.rows.find(({ id }) => id === taskId)?.title ?? found.current.get(taskId) ?? taskId
  const open = (row: OutlineRow) => {
    if (row.task) view.show(row.id)
    else void navigate({ to: '/folder/$folderId', params: { folderId: row.id }, search: { kind: 'Gantt' } })
  }

  if (tasks.isReading) return <p className="quiet view-wait">{t.reading}</p>
  return (
    <>
      <div className="gantt-tools">
        <GanttBar view={view} scale={gantt.scale} onToday={() => toToday.current?.()} />
        {view.place !== 'all' && view.may.create && <NewTask folderId={view.place.id} />}
      </div>
      <Fault error={tasks.error ?? drafting.reschedule.error} onRetry={tasks.retry} />
      {tasks.rows.length === 0 && !tasks.error ? (
        <Empty icon="gantt" title={t.nothing}>
          {view.may.create && <p>{t.write}</p>}
        </Empty>
      ) : (
        <Chart
          view={view}
          gantt={gantt}
          drafting={drafting}
          toToday={toToday}
          onOpen={open}
          onDates={setDated}
          onLinks={setLinking}
          onLink={setLink}
        />
      )}
      <p className="unseen" role="status">
        {drafting.said}
      </p>
      {dated && (
        <DatesDialog
          task={dated}
          onSave={(wanted, moves) => void drafting.finish(wanted, moves)}
          onClose={() => setDated(undefined)}
        />
      )}
      {linking && !link && (
        <LinksDialog
          task={linking}
          titleOf={titleOf}
          onChoose={setLink}
          onFound={({ id, title }) => found.current.set(id, title)}
          onClose={() => setLinking(undefined)}
        />
      )}
      {link && (
        <LinkDialog
          link={link}
          titleOf={titleOf}
          onSave={(wanted, moves, before) => {
            const told = t.linked({ one: titleOf(link.predecessorId), other: titleOf(link.successorId) })
            void drafting.reschedule.run(wanted, told, moves, before)
            setLinking(undefined)
          }}
          onRemove={(dependency) => {
            void drafting.reschedule.remove(dependency, t.removed)
            setLinking(undefined)
          }}
          onClose={() => setLink(undefined)}
        />
      )}
      {drafting.question && <QuestionDialog question={drafting.question} onAnswer={drafting.answer} />}
    </>
  )
}
