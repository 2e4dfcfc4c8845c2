import { Link } from '@tanstack/react-router'
import { type Contact, queryTasks, type Task, updateTask } from '@taskwright/sdk'
import { useChange } from '../../../data/api.ts'
import { dayText, isPast } from '../../../data/days.ts'
import { nameOf } from '../../../data/people.ts'
import type { Statuses } from '../../../data/statuses.ts'

interface TaskRowProps {
  task: Task
  index: number
  /** Rows in all, -1 while not all are read. */
  count: number
  top: number
  isOpen: boolean
  statuses: Statuses | undefined
  people: ReadonlyMap<string, Contact>
}

/** One task of a list: done or not, its title, its status, who does it, and when it is due. */
export function TaskRow({ task, index, count, top, isOpen, statuses, people }: TaskRowProps) {
  const change = useChange(updateTask, [queryTasks])
  const isDone = (change.isPending ? change.variables.status : task.status) === 'Completed'
  const { due } = task.dates
  return (
    // biome-ignore lint/a11y/useSemanticElements: its list is no ul either
    <div
      role="listitem"
      aria-setsize={count}
      aria-posinset={index + 1}
      data-index={index}
      className={['task-row', isDone && 'done', isOpen && 'open'].filter(Boolean).join(' ')}
      style={{ transform: `translateY(${top}px)` }}
    >
      <input
        type="checkbox"
        checked={isDone}
        aria-label={`${task.title}: done`}
        onChange={() => change.mutate({ taskId: task.id, status: isDone ? 'Active' : 'Completed' })}
      />
      <Link
        className="title"
        to="."
        search={(before) => ({ ...before, task: task.id })}
        aria-current={isOpen ? 'true' : undefined}
      >
        {task.title}
      </Link>
      <span className="tag">{statuses?.byId.get(task.customStatusId)?.name}</span>
      <span className="people">
        {(task.responsibleIds ?? [])
          .map((id) => people.get(id))
          .filter((one) => one !== undefined)
          .map(nameOf)
          .join(', ')}
      </span>
      <span className={due && !isDone && isPast(due) ? 'due late' : 'due'}>
        {due && <time dateTime={due}>{dayText(due)}</time>}
        {due && !isDone && isPast(due) && <span className="unseen">, late</span>}
      </span>
    </div>
  )
}
