import { useCallback, useMemo, useRef, useState } from 'react'

export interface Selection {
  ids: ReadonlySet<string>
  /** Only this one, from which a range begins. */
  start: (id: string) => void
  toggle: (id: string) => void
  /** All from where the range begins to this one, in the order of the rows. */
  extendTo: (id: string, inOrder: readonly string[]) => void
  all: (ids: readonly string[]) => void
  clear: () => void
}

/** Which rows are selected. Rows that go away are no longer selected: only what is in `present` counts. */
export function useSelection(present: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string>(undefined)
  const ids = useMemo(
    () => (chosen.size === 0 ? chosen : new Set(present.filter((id) => chosen.has(id)))),
    [chosen, present],
  )
  const clear = useCallback(() => {
    setChosen(new Set())
    anchor.current = undefined
  }, [])
  return {
    ids,
    start: (id) => {
      setChosen(new Set([id]))
      anchor.current = id
    },
    toggle: (id) => {
      const next = new Set(chosen)
      if (!next.delete(id)) next.add(id)
      setChosen(next)
      anchor.current = id
    },
    extendTo: (id, inOrder) => {
      anchor.current ??= id
      const [from = 0, to = 0] = [inOrder.indexOf(anchor.current), inOrder.indexOf(id)].sort((a, b) => a - b)
      setChosen(new Set(inOrder.slice(Math.max(from, 0), to + 1)))
    },
    all: (every) => setChosen(new Set(every)),
    clear,
  }
}
