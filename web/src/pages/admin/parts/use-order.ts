import { useRef, useState } from 'react'
import { tell } from '../../../data/notices.ts'

/**
 * The order of things while people change it: shown at once and kept one save after the other, so that quick moves do not
 * overtake one another. What the server refuses goes back to where it was.
 */
export function useOrder(ids: readonly string[], save: (ids: string[]) => Promise<unknown>) {
  const [wished, setWished] = useState<readonly string[]>()
  const next = useRef<string[]>(undefined)
  const isSaving = useRef(false)
  const shown = wished
    ? [...wished.filter((id) => ids.includes(id)), ...ids.filter((id) => !wished.includes(id))]
    : [...ids]

  const flush = async () => {
    if (isSaving.current) return
    isSaving.current = true
    try {
      while (next.current) {
        const order = next.current
        next.current = undefined
        await save(order)
      }
    } catch (error) {
      next.current = undefined
      tell(error instanceof Error ? error.message : String(error), { isFault: true })
    } finally {
      isSaving.current = false
      setWished(undefined)
    }
  }
  const become = (order: string[]) => {
    setWished(order)
    next.current = order
    void flush()
  }
  return {
    order: shown,
    /** Puts one before or after another. */
    place: (id: string, beside: string, where: 'before' | 'after') => {
      const rest = shown.filter((one) => one !== id)
      const at = rest.indexOf(beside) + (where === 'after' ? 1 : 0)
      if (rest.includes(beside)) become([...rest.slice(0, at), id, ...rest.slice(at)])
    },
  }
}
