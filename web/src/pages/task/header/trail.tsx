import { Link } from '@tanstack/react-router'
import { getTasksByIds } from '@taskwright/sdk'
import { useRead } from '../../../data/api.ts'
import { usePlaces } from '../../../data/folders.ts'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { useOpenTask } from '../frame/open-task.tsx'

const t = words('task-trail', { places: 'Where this task is', task: 'task above' })

/** The folders and projects a task lies in, and the tasks it is part of. */
export function TaskTrail() {
  const { task } = useOpenTask()
  const places = usePlaces()
  const above = task.superTaskIds ?? []
  const tasks = useRead(getTasksByIds, { taskIds: above }, { enabled: above.length > 0 })
  const folders = (task.parentIds ?? []).flatMap((id) => places?.byId.get(id) ?? [])
  return (
    <nav className="task-trail" aria-label={t.places}>
      <ul>
        {folders.map(({ id, title, kind }) => (
          <li key={id}>
            <Icon name={kind} />
            <Link to="/folder/$folderId" params={{ folderId: id }}>
              {title}
            </Link>
          </li>
        ))}
        {tasks.data?.map(({ id, title }) => (
          <li key={id}>
            <Icon name="task" />
            <Link to="/task/$taskId" params={{ taskId: id }}>
              {title}
              <span className="unseen">, {t.task}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
