import { getTasksByIds } from '@taskwright/sdk'
import { useEffect, useRef } from 'react'
import { useRead } from '../../data/api.ts'
import { Comments } from './comments.tsx'
import { Description } from './description.tsx'
import { TaskFacts } from './task-facts.tsx'
import { TaskTitle } from './task-title.tsx'

/** Everything about one task. Escape closes it where it stands beside a list. */
export function TaskPanel({ taskId, onClose }: { taskId: string; onClose?: () => void }) {
  const found = useRead(getTasksByIds, { taskIds: [taskId] })
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  const task = found.data?.[0]
  return (
    <article
      className="task-panel"
      aria-label={task?.title ?? 'Task'}
      ref={panel}
      tabIndex={-1}
      onKeyDown={({ key }) => key === 'Escape' && onClose?.()}
    >
      {onClose && (
        <button type="button" className="secondary small close" onClick={onClose}>
          Close
        </button>
      )}
      {found.error && <p className="notice error">{found.error.message}</p>}
      {found.data && !task && <p className="empty">This task was deleted, or it is not shared with you.</p>}
      {task && (
        <>
          <TaskTitle key={task.title} task={task} />
          <TaskFacts task={task} />
          <Description html={task.description ?? ''} />
          <Comments taskId={taskId} />
        </>
      )}
    </article>
  )
}
