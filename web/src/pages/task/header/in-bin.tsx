import { useTaskChange } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { useOpenTask } from '../frame/open-task.tsx'

const t = words('task-bin', { deleted: 'This task is in the recycle bin.', restore: 'Take it out' })

/** Says that the task was deleted, and takes it back. */
export function InBin() {
  const { task, may } = useOpenTask()
  const change = useTaskChange()
  if (!task.scope.startsWith('Rb')) return null
  return (
    <p className="notice warn">
      {t.deleted}{' '}
      {may('restore') && (
        <button type="button" className="link" onClick={() => change.set(task, { restore: true })}>
          {t.restore}
        </button>
      )}
    </p>
  )
}
