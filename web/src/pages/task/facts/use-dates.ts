import { useQueryClient } from '@tanstack/react-query'
import { createReschedule, type Reschedule, type RescheduledTask, type Task } from '@taskwright/sdk'
import { useChange } from '../../../data/api.ts'
import { isConnectionLost } from '../../../data/connection.ts'
import { tell } from '../../../data/notices.ts'
import { patchRows } from '../../../data/patch.ts'
import { datesAgain, shownDates, showsTasks, type TaskMembers, useTaskChange } from '../../../data/tasks.ts'
import { plural, words } from '../../../language/words.ts'
import { useOpenTask } from '../frame/open-task.tsx'

type Dates = NonNullable<TaskMembers['dates']>

const t = words('dates', {
  undo: 'Undo',
  moved: ({ told, first, count }: { told: string; first: string; count: number }) =>
    `${told} ${plural(count, { one: `“${first}” follows it and moved too.`, other: '# tasks that follow it moved too.' })}`,
  hidden: ({ count }: { count: number }) =>
    plural(count, {
      one: '# task that is not shared with you moved as well.',
      other: '# tasks that are not shared with you moved as well.',
    }),
})

/**
 * Changes the dates of the open task. All tasks show them at once; what really came of them, the server says: it knows working days and
 * moves tasks that depend on this one, which is told with a way to undo it all.
 */
export function useDates() {
  const { task, may } = useOpenTask()
  const memory = useQueryClient()
  const own = useTaskChange()
  const plan = useChange(createReschedule, showsTasks, {
    show: ({ tasks = [] }) => {
      const [first] = tasks
      if (!first) return () => {}
      return patchRows<Task>(memory, [first.taskId], (one) => ({ ...one, dates: shownDates(one, first.dates) }))
    },
  })
  const hasLinks = (task.dependencyIds?.length ?? 0) > 0
  const set = (dates: Dates, told: string) => {
    // What follows it moves when the server is there.
    if (!hasLinks || isConnectionLost()) return own.set(task, { dates }, told)
    plan.mutate(
      { tasks: [{ taskId: task.id, dates }] },
      {
        onSuccess: ([done]) => {
          if (done)
            tell(said(task.id, done, told), { action: { label: t.undo, run: () => plan.mutate(undoing(done.tasks)) } })
        },
      },
    )
  }
  return { task, mayPlan: may('editTask'), set, error: own.error ?? plan.error }
}

/** All tasks as they were. */
const undoing = (tasks: readonly RescheduledTask[]) => ({
  tasks: tasks.map(({ taskId, before }) => ({ taskId, dates: datesAgain({ dates: before }) })),
})

function said(taskId: string, { tasks, hiddenTasks }: Reschedule, told: string): string {
  const others = tasks.filter((one) => one.taskId !== taskId)
  const [first] = others
  const text = first ? t.moved({ told, first: first.title, count: others.length }) : told
  return hiddenTasks > 0 ? `${text} ${t.hidden({ count: hiddenTasks })}` : text
}
