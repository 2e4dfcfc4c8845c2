import { taskRoute } from './routes.ts'
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
