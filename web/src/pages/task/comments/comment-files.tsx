import { lazy, Suspense, useState } from 'react'
import { words } from '../../../language/words.ts'
import { useTaskFiles } from '../files/task-files.ts'
import { Thumb } from '../files/thumb.tsx'

const Viewer = lazy(() => import('../files/viewer.tsx').then((module) => ({ default: module.Viewer })))

const t = words('comment-files', { show: ({ name }: { name: string }) => `Show ${name}` })

/** The files that came with a comment; they are among those of the task too. */
export function CommentFiles({ commentId }: { commentId: string }) {
  const { files } = useTaskFiles()
  const [shown, show] = useState<string>()
  const own = (files ?? []).flatMap(({ current }) => (current.commentId === commentId ? [current] : []))
  if (own.length === 0) return null
  return (
    <>
      <ul className="comment-files">
        {own.map((file) => (
          <li key={file.id}>
            <button type="button" className="plain" aria-label={t.show(file)} onClick={() => show(file.id)}>
              <Thumb attachment={file} size="w100" />
              <span className="file-title">{file.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown && (
        <Suspense>
          <Viewer files={own} first={shown} onClose={() => show(undefined)} />
        </Suspense>
      )}
    </>
  )
}
