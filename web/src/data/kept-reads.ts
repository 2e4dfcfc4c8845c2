import { hashKey, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { ApiError } from '@taskwright/sdk'
import { isConnectionLost, Unreachable, watchConnection } from './connection.ts'
import { memory } from './memory.ts'
import { isTemporary } from './outbox/change.ts'
import { waiting } from './outbox/outbox.ts'
import { shownNow } from './outbox/show.ts'
import { type KeptRead, store } from './outbox/store.ts'

/** Answers that nobody has looked at for so long are kept no more. */
const longestMs = 30 * 24 * 60 * 60 * 1000
/** Nor those that are larger: a list of thousands is not written at each change. */
const mostRows = 2000
/** Answers that come within this time are written together. */
const togetherMs = 400

let news = new Map<string, KeptRead>()
/** Shown from before the connection was lost; read again when it is back. */
const heldOver = new Set<string>()

/**
 * Reads, and keeps what was read; while the server can't be reached, what was read last, with what waits to be sent.
 *
 * @throws {Unreachable} if it was never read in this browser.
 */
export async function orKept<T>(key: QueryKey, read: () => Promise<T>): Promise<T> {
  try {
    const data = await read()
    heldOver.delete(hashKey(key))
    if (rowsIn(data) <= mostRows) keep({ hash: hashOf(key), data, atMs: Date.now() })
    return data
  } catch (error) {
    // What the person may no longer see is not kept for them either.
    if (error instanceof ApiError && [403, 404].includes(error.status)) await forget(hashOf(key))
    if (!(error instanceof Unreachable)) throw error
    const known = memory.getQueryData<T>(key) ?? (await keptRead(hashOf(key)).catch(() => undefined))?.data
    if (known === undefined) throw error
    heldOver.add(hashKey(key))
    return shownNow(key, known, waiting()) as T
  }
}

/** The key of a question without what only this browser knows: of that, the queue tells. */
const hashOf = (key: QueryKey): string => hashKey(withoutTemporaries(key) as QueryKey)

function withoutTemporaries(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((one) => !isTemporary(one)).map(withoutTemporaries)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutTemporaries(one)]))
}

/** Reads again what could not be read, as soon as the server is there. */
export function startKeptReads(memory: QueryClient): void {
  watchConnection(() => {
    if (isConnectionLost()) return
    void memory.invalidateQueries({
      predicate: ({ queryKey, state }) =>
        state.error instanceof Unreachable || heldOver.has(hashKey(queryKey)) || queryKey[1] === 'rows',
    })
  })
  void forgetOldReads().catch(() => {})
}

async function keptRead(hash: string): Promise<KeptRead | undefined> {
  const unread = news.get(hash)
  if (unread) return unread
  // A browser that keeps nothing has nothing.
  return (await store()).get('reads', hash)
}

async function forget(hash: string): Promise<void> {
  news.delete(hash)
  await store()
    .then((database) => database.delete('reads', hash))
    .catch(() => {})
}

function keep(read: KeptRead): void {
  if (news.size === 0) setTimeout(() => void write(), togetherMs)
  news.set(read.hash, read)
}

async function write(): Promise<void> {
  const reads = [...news.values()]
  news = new Map()
  try {
    const transaction = (await store()).transaction('reads', 'readwrite')
    await Promise.all([...reads.map((read) => transaction.store.put(read)), transaction.done])
  } catch {
    // No room: without a connection these are not there.
  }
}

/** Once for the life of the page: what nobody has looked at for long goes. */
async function forgetOldReads(): Promise<void> {
  const transaction = (await store()).transaction('reads', 'readwrite')
  const old = IDBKeyRange.upperBound(Date.now() - longestMs)
  for await (const cursor of transaction.store.index('atMs').iterate(old)) await cursor.delete()
}

const rowsIn = (data: unknown): number => {
  if (Array.isArray(data)) return data.length
  const { pages, data: rows } = (data ?? {}) as { pages?: { data: unknown[] }[]; data?: unknown[] }
  return pages ? pages.reduce((sum, page) => sum + page.data.length, 0) : (rows?.length ?? 0)
}
