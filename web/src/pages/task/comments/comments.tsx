import { useSearch } from '@tanstack/react-router'
import { queryCommentsIn, type Comment as Row } from '@taskwright/sdk'
import { useRef, useState } from 'react'
import { useRead } from '../../../data/api.ts'
import { plural, words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { Comment } from './comment.tsx'
import { Composer, type ComposerHandle } from './composer.tsx'
import { useDeletion } from './deletion.ts'
import { replyTo } from './reply.ts'
import './comments.css'

const t = words('comments', {
  earlier: ({ count }: { count: number }) =>
    plural(count, { one: 'Show # earlier comment', other: 'Show # earlier comments' }),
  none: 'Nobody has said anything yet.',
})

/** So many are shown at first, and more at each press. */
const step = 20

/** What was said about the task, the newest last, and a field to say more. */
export function Comments({ taskId }: { taskId: string }) {
  const { may } = useOpenTask()
  const read = useRead(queryCommentsIn, { taskId })
  const { comment: linked } = useSearch({ strict: false }) as { comment?: string }
  const [wanted, setWanted] = useState(step)
  const composer = useRef<ComposerHandle>(null)
  const deletion = useDeletion()
  const all = (read.data ?? []).filter(({ id }) => !deletion.isGoing(id)).toReversed()
  const place = all.findIndex(({ id }) => id === linked)
  const from = Math.max(Math.min(all.length - wanted, place < 0 ? all.length : place), 0)
  const reply = async (comment: Row) => composer.current?.append(replyTo(comment))
  return (
    <>
      <Fault error={read.error} onRetry={() => void read.refetch()} />
      {from > 0 && (
        <button type="button" className="link" onClick={() => setWanted(all.length - from + step)}>
          {t.earlier({ count: from })}
        </button>
      )}
      {read.data && all.length === 0 && <p className="quiet">{t.none}</p>}
      <ol className="comments">
        {all.slice(from).map((comment) => (
          <Comment
            key={comment.id}
            comment={comment}
            isLinked={comment.id === linked}
            onReply={may('comment') ? () => void reply(comment) : undefined}
            onDelete={() => deletion.begin(comment.id)}
          />
        ))}
      </ol>
      {may('comment') && <Composer ref={composer} taskId={taskId} />}
    </>
  )
}
