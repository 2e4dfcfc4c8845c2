import { createComment, queryCommentsIn } from '@taskwright/sdk'
import { type FormEvent, useState } from 'react'
import { useChange, useRead } from '../../../data/api.ts'
import { momentText } from '../../../data/days.ts'
import { nameOf, usePeople } from '../../../data/people.ts'

/** What was said about a task, the oldest first, and a field to say more. */
export function Comments({ taskId }: { taskId: string }) {
  const comments = useRead(queryCommentsIn, { taskId })
  const people = usePeople()
  const [text, setText] = useState('')
  const add = useChange(createComment, [queryCommentsIn])
  const send = (event: FormEvent) => {
    event.preventDefault()
    const said = text.trim()
    if (said === '') return
    setText('')
    add.mutate({ taskId, text: said, plainText: true }, { onError: () => setText((now) => now || said) })
  }
  return (
    <>
      <ol className="comments">
        {(comments.data ?? []).toReversed().map(({ id, authorId, createdDate, text: html }) => {
          const author = people.get(authorId)
          return (
            <li key={id}>
              <p className="quiet">
                {author ? nameOf(author) : 'Somebody'} · <time dateTime={createdDate}>{momentText(createdDate)}</time>
              </p>
              {/* biome-ignore lint/security/noDangerouslySetInnerHtml: as a description's */}
              <div className="rich" dangerouslySetInnerHTML={{ __html: html }} />
            </li>
          )
        })}
      </ol>
      <form onSubmit={send}>
        <textarea
          aria-label="Comment"
          rows={3}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event)
            if (event.key === 'Escape') event.stopPropagation()
          }}
        />
        <div className="actions">
          <button type="submit" disabled={text.trim() === ''}>
            Comment
          </button>
        </div>
        {add.error && (
          <p className="fault" role="alert">
            {add.error.message}
          </p>
        )}
      </form>
    </>
  )
}
