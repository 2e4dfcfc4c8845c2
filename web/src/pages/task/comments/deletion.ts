import { deleteComment, queryAttachments, queryCommentsIn } from '@taskwright/sdk'
import { useSyncExternalStore } from 'react'
import { api } from '../../../data/api.ts'
import { memory } from '../../../data/memory.ts'
import { tell } from '../../../data/notices.ts'
import { words } from '../../../language/words.ts'

const t = words('comment-deletion', { deleted: 'The comment is deleted.', undo: 'Undo' })

/** Comments that will be deleted when the notice that offers to undo it is gone: the server deletes for good. */
let going: ReadonlySet<string> = new Set()
/** Those of which the server knows nothing yet. */
const waiting = new Set<string>()
const watchers = new Set<() => void>()

function become(next: ReadonlySet<string>): void {
  going = next
  for (const watcher of watchers) watcher()
}

const without = (id: string) => new Set([...going].filter((one) => one !== id))

async function remove(id: string): Promise<void> {
  if (!waiting.delete(id)) return
  try {
    await api.call(deleteComment, { commentId: id })
    const shows = [queryCommentsIn.id, queryAttachments.id]
    await memory.invalidateQueries({ predicate: ({ queryKey }) => shows.includes(String(queryKey[0])) })
  } catch (error) {
    tell((error as Error).message, { isFault: true })
  }
  become(without(id))
}

/** Who leaves the page does not undo any more. */
addEventListener('pagehide', () => {
  for (const id of waiting) void remove(id)
})

/** Deletes comments, with time to undo it. */
export function useDeletion() {
  const now = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => going,
  )
  return {
    isGoing: (id: string) => now.has(id),
    begin: (id: string) => {
      become(new Set([...going, id]))
      waiting.add(id)
      const run = () => {
        waiting.delete(id)
        become(without(id))
      }
      tell(t.deleted, { action: { label: t.undo, run }, onGone: () => void remove(id) })
    },
  }
}
