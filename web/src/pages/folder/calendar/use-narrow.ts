import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 720px)')

const watch = (changed: () => void): (() => void) => {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** Whether the window is as narrow as a phone's. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => narrow.matches)
