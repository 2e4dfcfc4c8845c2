import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** So long after an answer the parts that it lets ask again have asked. */
const breathMs = 40
/** What has come by then is shown. */
const mostMs = 1000

/**
 * Whether the parts of a task have what they show at first: drawn one after the other as their answers come, each would push
 * aside those below it.
 */
export function useSettled(taskId: string, isOpen: boolean): boolean {
  const memory = useQueryClient()
  const [settled, setSettled] = useState<string>()
  const isSettled = settled === taskId
  useEffect(() => {
    if (!isOpen || isSettled) return
    const settle = () => setSettled(taskId)
    const look = () => isAsking(memory) || settle()
    let next = setTimeout(look, breathMs)
    const last = setTimeout(settle, mostMs)
    const stop = memory.getQueryCache().subscribe(() => {
      clearTimeout(next)
      next = setTimeout(look, breathMs)
    })
    return () => {
      stop()
      clearTimeout(next)
      clearTimeout(last)
    }
  }, [memory, taskId, isOpen, isSettled])
  return isSettled
}

/** Something is read for the first time, other than the pages of a view. */
const isAsking = (memory: QueryClient): boolean =>
  memory.isFetching({ predicate: ({ queryKey, state }) => state.status === 'pending' && queryKey[1] !== 'view' }) > 0
