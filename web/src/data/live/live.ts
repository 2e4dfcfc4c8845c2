import type { QueryClient } from '@tanstack/react-query'
import { ApiError, type Change, queryChanges } from '@taskwright/sdk'
import { useSyncExternalStore } from 'react'
import { api } from '../api.ts'
import { noteReached } from '../connection.ts'
import { readInboxAgain } from '../inbox.ts'
import { account } from '../session.ts'
import { applyChanges, applyEverything } from './apply.ts'
import { shareStream } from './share.ts'

/** Changes that come within this time are applied together; the first at once. */
const togetherMs = 200

let isFollowing = false
const watchers = new Set<() => void>()

/** Whether changes of others are told at the moment. */
export const useIsFollowing = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => isFollowing,
  )

/** Keeps what the page remembers in step with what others change, from the moment the page was made. */
export function startLive(memory: QueryClient): void {
  if (!account) return
  const apply = gathered((changes: Change[]) => applyChanges(memory, changes))
  const everything = () => applyEverything(memory)
  shareStream(account.sequence, {
    onChanges: apply,
    onEverything: everything,
    onGap: (from) => void readMissed(from, apply, everything),
    onNotified: () => void readInboxAgain(memory),
    onOpen: (isOpen) => {
      // What was told while nobody listened is not told again.
      if (isOpen && !isFollowing) void readInboxAgain(memory)
      if (isOpen) noteReached()
      isFollowing = isOpen
      for (const watcher of watchers) watcher()
    },
  })
}

/** Reads the changes that this tab has not heard of, since it slept. */
async function readMissed(from: number, apply: (changes: Change[]) => void, everything: () => void): Promise<void> {
  try {
    for (let after = from, done = false; !done; ) {
      const [page] = (await api.call(queryChanges, { after, limit: 1000 })).data
      if (!page) return
      apply(page.changes)
      after = page.sequence
      done = page.upToDate
    }
  } catch (error) {
    if (error instanceof ApiError) everything()
  }
}

/** Calls with the first at once, and with those that follow within a while together. */
function gathered<T>(use: (all: T[]) => void): (some: T[]) => void {
  let waiting: T[] | undefined
  const pass = () => {
    const all = waiting ?? []
    if (all.length === 0) {
      waiting = undefined
      return
    }
    waiting = []
    use(all)
    setTimeout(pass, togetherMs)
  }
  return (some) => {
    const isIdle = waiting === undefined
    waiting = [...(waiting ?? []), ...some]
    // In the next turn: what came in one piece is applied in one.
    if (isIdle) setTimeout(pass)
  }
}
