import { useSyncExternalStore } from 'react'

/** Something the app tells at the edge of the page, and what can be done about it. */
export interface Notice {
  id: number
  text: string
  /** Something went wrong: it stays until it is read. */
  isFault: boolean
  action?: { label: string; run: () => void }
  /** It went, and nobody has taken its action. */
  onGone?: () => void
}

/** How long a notice stays. None goes while the pointer or the focus is on one. */
export const noticeMs = 10_000

/** So many are seen at once. */
const most = 4

let notices: readonly Notice[] = []
let last = 0
const watchers = new Set<() => void>()

function become(next: readonly Notice[], taken?: Notice): void {
  const gone = notices.filter((notice) => notice !== taken && !next.includes(notice))
  notices = next
  for (const watcher of watchers) watcher()
  for (const { onGone } of gone) onGone?.()
}

/** Tells something, and returns what it is taken away by; the last four are seen. */
export function tell(
  text: string,
  { isFault = false, action, onGone }: Partial<Pick<Notice, 'isFault' | 'action' | 'onGone'>> = {},
): number {
  const notice = { id: ++last, text, isFault, ...(action && { action }), ...(onGone && { onGone }) }
  become([...notices, notice].slice(-most))
  return notice.id
}

/** Takes a notice away, or all of them. */
export const takeAway = (id?: number): void => become(id === undefined ? [] : notices.filter((one) => one.id !== id))

/** Does what a notice offers; it goes then. */
export function act(notice: Notice): void {
  become(
    notices.filter(({ id }) => id !== notice.id),
    notice,
  )
  notice.action?.run()
}

export const useNotices = (): readonly Notice[] =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => notices,
  )
