import { type Dependency, queryDependencies, type Task } from '@taskwright/sdk'
import { useRead } from '../../../data/api.ts'
import { words } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { TaskPicker } from '../../../parts/task-picker.tsx'
import type { NewLink } from './use-bar-drag.ts'

const t = words('gantt-links', {
  title: ({ title }: { title: string }) => `Dependencies of “${title}”`,
  before: 'It waits for',
  after: 'Waiting for it',
  none: 'None.',
  waitFor: 'Let it wait for a task',
  letWait: 'Let a task wait for it',
})

interface LinksDialogProps {
  task: Task
  titleOf: (taskId: string) => string
  onChoose: (link: NewLink | Dependency) => void
  /** Remembers the title of a task that is not in the view. */
  onFound: (task: Task) => void
  onClose: () => void
}

/** All that a task waits for and all that waits for it; each can be changed, and others added. */
export function LinksDialog({ task, titleOf, onChoose, onFound, onClose }: LinksDialogProps) {
  const { data = [], error } = useRead(queryDependencies, { taskId: task.id })
  const list = (links: readonly Dependency[], otherOf: (link: Dependency) => string) =>
    links.length === 0 ? (
      <p className="quiet">{t.none}</p>
    ) : (
      <ul className="gantt-link-list">
        {links.map((link) => (
          <li key={link.id}>
            <button type="button" className="link" onClick={() => onChoose(link)}>
              {titleOf(otherOf(link))}
            </button>
          </li>
        ))}
      </ul>
    )
  const others = [task.id, ...data.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId])]
  const relationType = 'FinishToStart'
  return (
    <Dialog title={t.title({ title: task.title })} onClose={onClose}>
      <Fault error={error} />
      <h3>{t.before}</h3>
      {list(
        data.filter(({ successorId }) => successorId === task.id),
        ({ predecessorId }) => predecessorId,
      )}
      <TaskPicker
        label={t.waitFor}
        without={others}
        onChoose={(other) => {
          onFound(other)
          onChoose({ predecessorId: other.id, successorId: task.id, relationType })
        }}
      >
        <Icon name="add" />
        {t.waitFor}
      </TaskPicker>
      <h3>{t.after}</h3>
      {list(
        data.filter(({ predecessorId }) => predecessorId === task.id),
        ({ successorId }) => successorId,
      )}
      <TaskPicker
        label={t.letWait}
        without={others}
        onChoose={(other) => {
          onFound(other)
          onChoose({ predecessorId: task.id, successorId: other.id, relationType })
        }}
      >
        <Icon name="add" />
        {t.letWait}
      </TaskPicker>
    </Dialog>
  )
}
