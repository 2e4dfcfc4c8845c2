import type { Change } from '@taskwright/sdk'
import { reach } from '../connection.ts'
import { accessToken } from '../session.ts'
import { readEvents } from './server-events.ts'

/** What a stream says. */
export interface Followed {
  /** It has begun: everything up to its number is known, or will be told. */
  onStart: () => void
  /** Changes with the number that was known before them. */
  onChanges: (changes: Change[], from: number) => void
  /** Up to a number nothing of interest happened. */
  onReached: (sequence: number) => void
  /** What the person may see has changed, or changes were missed: everything may look different. */
  onEverything: (sequence: number | undefined) => void
  /** The person's notifications have changed. */
  onNotified: () => void
  onLost: () => void
}

const firstWaitMs = 500
const longestWaitMs = 15_000
/** The server says something every 15 seconds; a connection that is silent for longer is dead. */
const longestSilenceMs = 40_000

/** Follows the changes of an account from a number on, over lost connections, until the signal ends it. */
export async function follow(start: number | undefined, told: Followed, signal: AbortSignal): Promise<void> {
  let at = start
  let failures = 0
  while (!signal.aborted) {
    const silence = new AbortController()
    const stop = () => silence.abort()
    signal.addEventListener('abort', stop)
    addEventListener('offline', stop)
    let timer = setTimeout(stop, longestSilenceMs)
    try {
      const answer = await reach('/api/v4/changes/stream', {
        headers: {
          authorization: `bearer ${await accessToken()}`,
          ...(at !== undefined && { 'last-event-id': `${at}` }),
        },
        signal: silence.signal,
      })
      if (answer.status === 410) {
        at = undefined
        told.onEverything(undefined)
        continue
      }
      if (!answer.ok || !answer.body) throw new Error(`The stream of changes answered ${answer.status}`)
      for await (const { id, name, data } of readEvents(answer.body)) {
        clearTimeout(timer)
        timer = setTimeout(stop, longestSilenceMs)
        const sequence = Number(id)
        if (name === 'start') {
          failures = 0
          told.onStart()
        }
        if (name === 'change') told.onChanges([JSON.parse(data)], at ?? sequence - 1)
        else if (name === 'access') told.onEverything(sequence)
        else if (name === 'notification') told.onNotified()
        else if (id !== '') told.onReached(sequence)
        if (id !== '') at = sequence
      }
    } catch {
      // Whatever it was: the next attempt says more.
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      removeEventListener('offline', stop)
    }
    if (signal.aborted) return
    told.onLost()
    failures++
    await comeBack(
      Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 6)) * (0.5 + Math.random()),
      signal,
    )
  }
}

/** Waits, but no longer than until the network is back. */
function comeBack(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
