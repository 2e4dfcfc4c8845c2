import { useSyncExternalStore } from 'react'
import { words } from '../language/words.ts'

const t = words('connection', { unreachable: 'The server can’t be reached.' })

/** No answer came: there is no network, or no server behind it. What was asked for may have been done, or not. */
export class Unreachable extends Error {
  constructor(message: string = t.unreachable) {
    super(message)
    this.name = 'Unreachable'
  }
}

/** An answer that has not begun by then does not come any more. */
const longestMs = 30_000

const firstWaitMs = 1000
const longestWaitMs = 30_000

let isLost = !navigator.onLine
/** When it was lost last: what was asked for before may still come in, and says nothing of what is now. */
let lostMs = 0
let timer: ReturnType<typeof setTimeout> | undefined
const watchers = new Set<() => void>()

function become(lost: boolean): void {
  if (lost) lostMs = performance.now()
  if (lost === isLost) return
  isLost = lost
  clearTimeout(timer)
  if (isLost) askAgain(firstWaitMs)
  for (const watcher of watchers) watcher()
}

/** Whether the server was out of reach when it was last asked. */
export const isConnectionLost = (): boolean => isLost

/** Something came from the server. */
export const noteReached = (): void => become(false)

/** Calls with each loss and return of the connection; returns what ends it. */
export function watchConnection(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const useIsLost = (): boolean => useSyncExternalStore(watchConnection, isConnectionLost)

addEventListener('offline', () => become(true))
addEventListener('online', () => void ask())

/** Who has nothing to ask for would not notice that the server is back. */
function askAgain(ms: number): void {
  timer = setTimeout(
    async () => {
      if (navigator.onLine) await ask()
      if (isLost) askAgain(Math.min(longestWaitMs, ms * 2))
    },
    ms * (0.5 + Math.random()),
  )
}

const ask = (): Promise<unknown> => reach('/work/service-worker.js', { method: 'HEAD' }).catch(() => {})

/**
 * `fetch` that notes whether the server is there.
 *
 * @throws {Unreachable} where no answer comes from it: neither from a proxy that finds no server.
 */
export async function reach(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const askedMs = performance.now()
  const late = new AbortController()
  // A file takes as long as it takes.
  const timer = init.body instanceof Blob ? undefined : setTimeout(() => late.abort(), longestMs)
  try {
    const signal = init.signal ? AbortSignal.any([init.signal, late.signal]) : late.signal
    const answer = await fetch(input, { ...init, signal })
    // Without a time to wait the answer is none of the server's own.
    const isProxys = answer.status === 502 || answer.status === 504
    if (isProxys || (answer.status === 503 && !answer.headers.has('retry-after'))) throw new Unreachable()
    if (askedMs >= lostMs) noteReached()
    return answer
  } catch (error) {
    if (init.signal?.aborted) throw error
    become(true)
    throw error instanceof Unreachable ? error : new Unreachable()
  } finally {
    clearTimeout(timer)
  }
}
