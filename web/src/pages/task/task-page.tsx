import { taskRoute } from '../../router.tsx'
import { TaskPanel } from './task-panel.tsx'

/** A task by itself: where links to it lead. */
export function TaskPage() {
  const { taskId } = taskRoute.useParams()
  return (
    <div className="page">
      <TaskPanel key={taskId} taskId={taskId} />
    </div>
  )
}
