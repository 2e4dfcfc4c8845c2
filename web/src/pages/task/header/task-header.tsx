import { Link } from '@tanstack/react-router'
import { words } from '../../../language/words.ts'
import { Star } from '../../../parts/favourites/star.tsx'
import { Icon } from '../../../parts/icon.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { Follow } from './follow.tsx'
import { TaskMenu } from './menu.tsx'
import { Share } from './share.tsx'
import { TaskTitle } from './title.tsx'
import { TaskTrail } from './trail.tsx'

const t = words('task-header', { close: 'Close the task', whole: 'Open on a page of its own' })

/** Where a task lies, its title, and what can be done with it as a whole. */
export function TaskHeader({ onClose }: { onClose: (() => void) | undefined }) {
  const { task } = useOpenTask()
  return (
    <header className="task-header">
      <div className="task-tools">
        <TaskTrail />
        <Star marked={{ taskId: task.id }} />
        <Follow />
        <Share />
        <TaskMenu onGone={onClose} />
        {onClose && (
          <>
            <Link className="button plain" to="/task/$taskId" params={{ taskId: task.id }} aria-label={t.whole}>
              <Icon name="expand" />
            </Link>
            <button type="button" className="plain" aria-label={t.close} aria-keyshortcuts="Escape" onClick={onClose}>
              <Icon name="close" />
            </button>
          </>
        )}
      </div>
      <TaskTitle />
    </header>
  )
}
