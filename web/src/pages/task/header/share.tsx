import { lazy, Suspense, useState } from 'react'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { useOpenTask } from '../frame/open-task.tsx'

const ShareDialog = lazy(() =>
  import('../../../parts/share/share-dialog.tsx').then(({ ShareDialog }) => ({ default: ShareDialog })),
)

const t = words('task-share', { share: 'Share', who: 'Who can see it' })

/** Who can see the task and why, and sharing it for those who may. */
export function Share() {
  const { task, may } = useOpenTask()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="secondary small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Icon name="share" />
        {may('share') ? t.share : t.who}
      </button>
      {isOpen && (
        <Suspense>
          <ShareDialog place={{ taskId: task.id }} title={task.title} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
