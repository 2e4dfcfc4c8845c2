import { useQueryClient } from '@tanstack/react-query'
import { createVisit, queryVisits } from '@taskwright/sdk'
import { useEffect, useRef } from 'react'
import { api } from './api.ts'

/** Who leaves sooner has passed by. */
const passedByMs = 700

/**
 * Notes what the person has open: it stands among the last ones then. What could not be noted is lost without a word: it is a
 * convenience.
 */
export function useVisit({ folderId, taskId }: { folderId: string | undefined; taskId: string | undefined }): void {
  const memory = useQueryClient()
  const isNoted = useRef(false)
  useEffect(() => {
    // Told as the person goes on: a list that grew by itself, a while after a page has come, would push aside what is below it.
    if (isNoted.current) void memory.invalidateQueries({ queryKey: [queryVisits.id] })
    isNoted.current = false
    const opened = taskId ? { taskId } : folderId ? { folderId } : undefined
    if (!opened) return
    const timer = setTimeout(
      () =>
        void api
          .call(createVisit, opened)
          .then(() => {
            isNoted.current = true
          })
          .catch(() => {}),
      passedByMs,
    )
    return () => clearTimeout(timer)
  }, [memory, folderId, taskId])
}
