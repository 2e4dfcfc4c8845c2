import { words } from '../../language/words.ts'
import { taskRoute } from './routes.ts'
import { TaskPanel } from './task-panel.tsx'

const t = words('task-page', { task: 'Task' })

/** A task by itself: where links to it lead. */
export function TaskPage() {
  const { taskId } = taskRoute.useParams()
  return (
    <div className="page">
      <h1 className="unseen">{t.task}</h1>
      <TaskPanel key={taskId} taskId={taskId} />
    </div>
  )
}
