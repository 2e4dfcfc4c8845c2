import { useQueryClient } from '@tanstack/react-query'
import { createComment, createCommentAttachment, queryAttachments, queryCommentsIn } from '@taskwright/sdk'
import { useState } from 'react'
import { tell } from '../../../data/notices.ts'
import { isAhead, send } from '../../../data/outbox/send.ts'
import { words } from '../../../language/words.ts'
import { escapeHtml, isEmpty } from '../../../parts/rich/html.ts'

const t = words('say', {
  lost: ({ name, why }: { name: string; why: string }) => `The comment was sent without “${name}”: ${why}`,
})

/** Sends a comment with its files. The words stay with the writer until the server has them. */
export function useSay(taskId: string) {
  const memory = useQueryClient()
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<Error>()
  const say = async (html: string, files: readonly File[]): Promise<boolean> => {
    setSending(true)
    setError(undefined)
    try {
      // A comment has words: files alone are named.
      const text = isEmpty(html) ? `<p>${files.map(({ name }) => escapeHtml(name)).join(', ')}</p>` : html
      const rows = await send(createComment, { taskId, text })
      const [comment] = rows
      for (const file of files)
        await send(
          createCommentAttachment,
          { commentId: comment?.id ?? '' },
          { file: { name: file.name, content: file } },
        ).catch((fault: Error) => tell(t.lost({ name: file.name, why: fault.message }), { isFault: true }))
      if (isAhead(rows)) return true
      const shows = [queryCommentsIn.id, ...(files.length > 0 ? [queryAttachments.id] : [])]
      await memory.invalidateQueries({ predicate: ({ queryKey }) => shows.includes(String(queryKey[0])) })
      return true
    } catch (fault) {
      setError(fault as Error)
      return false
    } finally {
      setSending(false)
    }
  }
  return { send: say, isSending, error }
}
