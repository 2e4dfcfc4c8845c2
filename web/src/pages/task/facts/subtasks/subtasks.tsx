import { plural, words } from '../../../../language/words.ts'
import { Fault } from '../../../../parts/fault.tsx'
import { useOpenTask } from '../../frame/open-task.tsx'
import { Section } from '../../frame/section.tsx'
import { useTasks } from '../use-tasks.ts'
import { NewSubtasks } from './new-subtasks.tsx'
import { SubtaskRow } from './subtask-row.tsx'
import { useOrder } from './use-order.ts'
import './subtasks.css'

const t = words('subtasks', {
  done: ({ done, count }: { done: number; count: number }) =>
    plural(count, { one: `${done} of # is done`, other: `${done} of # are done` }),
  list: 'Subtasks',
  reading: 'Reading …',
})

/** The tasks that this one is made of: done or not, who does them and when; more are written below. */
export function Subtasks() {
  const { task, may } = useOpenTask()
  const ids = task.subTaskIds ?? []
  const { tasks, error } = useTasks(ids)
  // The order is everybody's: that of the tasks' priority.
  const rows = tasks?.toSorted((a, b) => (a.priority < b.priority ? -1 : 1))
  const { move, error: notMoved } = useOrder(rows ?? [])
  const done = rows?.filter(({ status }) => status === 'Completed').length ?? 0
  return (
    <Section
      name="subtasks"
      actions={rows && rows.length > 0 && <span className="quiet">{t.done({ done, count: rows.length })}</span>}
    >
      {ids.length > 0 && !rows && !error && <p className="quiet">{t.reading}</p>}
      {rows && rows.length > 0 && (
        <ul className="subtasks" aria-label={t.list}>
          {rows.map((subtask, at) => (
            <SubtaskRow key={subtask.id} task={subtask} at={at} count={rows.length} move={move} />
          ))}
        </ul>
      )}
      <Fault error={error ?? notMoved} />
      {may('editTask') && <NewSubtasks />}
    </Section>
  )
}
