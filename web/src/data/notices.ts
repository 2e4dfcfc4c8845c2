import { useSyncExternalStore } from 'react'

/** Something the app tells at the edge of the page, and what can be done about it. */
export interface Notice {
  id: number
  text: string
  /** Something went wrong: it stays until it is read. */
  isFault: boolean
  action?: { label: string; run: () => void }
}

/** How long a notice stays. Longer while the pointer or the focus is on it. */
export const noticeMs = 10_000

let notices: readonly Notice[] = []
let last = 0
const watchers = new Set<() => void>()

function become(next: readonly Notice[]): void {
  notices = next
  for (const watcher of watchers) watcher()
}

/** Tells something, and returns what it is taken away by; the last four are seen. */
export function tell(
  text: string,
  { isFault = false, action }: Partial<Pick<Notice, 'isFault' | 'action'>> = {},
): number {
  become([...notices, { id: ++last, text, isFault, ...(action && { action }) }].slice(-4))
  return last
}

export const takeAway = (id: number): void => become(notices.filter((notice) => notice.id !== id))

export const useNotices = (): readonly Notice[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => notices,
  )
