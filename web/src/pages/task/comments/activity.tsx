import { lazy, Suspense, useState } from 'react'
import { words } from '../../../language/words.ts'
import { useOpenTask } from '../frame/open-task.tsx'
import { Section } from '../frame/section.tsx'
import { Comments } from './comments.tsx'
import './activity.css'

const History = lazy(() => import('../../../parts/history/history.tsx').then(({ History }) => ({ default: History })))

const t = words('task-activity', { which: 'What is shown', comments: 'Comments', history: 'History' })

const kinds = ['comments', 'history'] as const

/** What was said about the task, or what happened to it. */
export function Activity() {
  const { task } = useOpenTask()
  const [shown, show] = useState<(typeof kinds)[number]>('comments')
  return (
    <Section
      name="activity"
      actions={
        <fieldset className="segments" aria-label={t.which}>
          {kinds.map((kind) => (
            <button key={kind} type="button" className="plain" aria-pressed={kind === shown} onClick={() => show(kind)}>
              {t[kind]}
            </button>
          ))}
        </fieldset>
      }
    >
      {shown === 'comments' ? (
        <Comments taskId={task.id} />
      ) : (
        <Suspense>
          <History of={{ taskId: task.id }} />
        </Suspense>
      )}
    </Section>
  )
}
