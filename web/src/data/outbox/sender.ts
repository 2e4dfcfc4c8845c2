import type { QueryClient } from '@tanstack/react-query'
import { ApiError } from '@taskwright/sdk'
import { words } from '../../language/words.ts'
import { isConnectionLost, Unreachable, watchConnection } from '../connection.ts'
import { readAnew } from '../live/view-rows.ts'
import { forgetToken, scope } from '../session.ts'
import type { Waiting } from './change.ts'
import { kinds } from './kinds.ts'
import { amend, listen, openTabs, ready, refuse, settle, trueIds, waiting, watchOutbox } from './outbox.ts'
import { dispute, performLate } from './perform.ts'
import { nextOf } from './queue.ts'
import { showTrue, showWaiting } from './show.ts'

const t = words('sender', {
  perhapsMade: 'It was sent more than a day ago, and no answer came. Look whether it is there before you try again.',
})

const firstWaitMs = 500
const longestWaitMs = 30_000
/** The server knows for a day what it has made already; a little less counts here. */
const knownMs = 23 * 60 * 60 * 1000

/** Sends what waits, in order, as soon as the server is there: in one tab for all. Shows what the other tabs change. */
export function startOutbox(memory: QueryClient): void {
  listen((told) => {
    if ('waits' in told) return showWaiting(memory, waiting())
    if ('sent' in told) {
      const { makes, operationId } = told.sent
      if (makes) showTrue(memory, makes, told.rows[0] as { id: string } | undefined)
      return readAgain(memory, [operationId])
    }
    for (const { makes } of told.dropped) if (makes) showTrue(memory, makes, undefined)
    // What was shown of it stands in lists that read only what the server has changed.
    readAnew(memory, () => true)
    readAgain(
      memory,
      told.dropped.map(({ operationId }) => operationId),
    )
  })
  void ready.then(() => showWaiting(memory, waiting()))
  void navigator.locks.request(`taskwright-outbox-${scope}`, () => run())
}

function readAgain(memory: QueryClient, operationIds: readonly string[]): void {
  const touched = operationIds.flatMap((id) => kinds[id]?.touches ?? [])
  void memory.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(String(queryKey[0])) })
}

async function run(): Promise<never> {
  await ready
  for (let failures = 0; ; ) {
    const isOpen = waiting().some((one) => one.tab) ? await openTabs() : () => false
    const isHopeless = isConnectionLost() && !navigator.onLine
    const change = isHopeless ? undefined : nextOf(waiting(), trueIds(), isOpen)
    if (!change) {
      await news()
      continue
    }
    try {
      await deliver(change)
      failures = 0
    } catch (error) {
      if (isForLater(error)) {
        failures++
        await news(Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - 1, 6)) * (0.5 + Math.random()))
      } else await refuse(change, { refusal: { why: (error as Error).message } })
    }
  }
}

async function deliver(change: Waiting): Promise<void> {
  const { makes, triedMs } = change
  const tried = { ...change, triedMs: triedMs ?? Date.now() }
  if (makes && triedMs !== undefined && Date.now() - triedMs > knownMs)
    return refuse(change, { key: crypto.randomUUID(), triedMs: undefined, refusal: { why: t.perhapsMade } })
  if (triedMs === undefined) await amend(change.id, { triedMs: tried.triedMs })
  try {
    const { rows, disputed } = await performLate(tried, trueIds())
    if (!disputed) return await settle(tried, rows)
    await dispute(change, disputed)
  } catch (error) {
    // What should be gone is gone.
    if (error instanceof ApiError && error.status === 404 && change.operationId.startsWith('delete'))
      return settle(tried, [])
    // It was carried out once, and the answer is lost for good.
    if (error instanceof ApiError && error.status === 409 && error.retryAfter === undefined) return settle(tried, [])
    throw error
  }
}

/** No answer, or one that says: not now. */
function isForLater(error: unknown): boolean {
  if (error instanceof Unreachable) return true
  if (!(error instanceof ApiError)) return false
  if (error.status === 401) forgetToken()
  // 409: an earlier attempt of ours is still being carried out.
  return [401, 409, 429, 503].includes(error.status)
}

/** Waits until something waits, or the server is there again; at most for a time. */
function news(ms?: number): Promise<void> {
  return new Promise((resolve) => {
    const ends = [watchOutbox(() => ms === undefined && done()), watchConnection(() => !isConnectionLost() && done())]
    const timer = setTimeout(done, ms ?? longestWaitMs)
    addEventListener('online', done)
    function done(): void {
      for (const end of ends) end()
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
  })
}
