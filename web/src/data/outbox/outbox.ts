import { useSyncExternalStore } from 'react'
import { scope } from '../session.ts'
import type { Waiting } from './change.ts'
import { withChange, withDependents } from './queue.ts'
import { store } from './store.ts'

/** What one tab tells the others. */
export type Told =
  /** What waits has changed. */
  | { waits: true }
  /** A change has arrived: what it touches is read again. */
  | { sent: Waiting; rows: unknown[] }
  /** A change is not to be anymore, or was refused: what was shown of it is not so. */
  | { dropped: readonly Waiting[] }

let queue: readonly Waiting[] = []
let ids: ReadonlyMap<string, string> = new Map()
let lastOrder = 0
const watchers = new Set<() => void>()
const listeners = new Set<(told: Told) => void>()
const channel = new BroadcastChannel(`taskwright-outbox-${scope}`)

/** This tab, as long as it is open: another one sends what it leaves behind. */
export const tab = crypto.randomUUID()
void navigator.locks.request(`taskwright-tab-${tab}`, () => new Promise(() => {}))

/** The tabs that are open, or were a moment ago. */
export async function openTabs(): Promise<(tab: string) => boolean> {
  const { held = [] } = await navigator.locks.query()
  const names = new Set(held.map(({ name }) => name))
  return (id) => names.has(`taskwright-tab-${id}`)
}

/** Reading and writing take turns: what is read is never older than what was written before. */
let turn: Promise<unknown> = Promise.resolve()
function inTurn<T>(step: () => Promise<T>): Promise<T> {
  const mine = turn.then(step)
  turn = mine.catch(() => {})
  return mine
}

/** Resolves when it is known what waits. */
export const ready: Promise<void> = inTurn(load).catch(() => {})

async function load(): Promise<void> {
  const database = await store()
  const [names, values, changes] = await Promise.all([
    database.getAllKeys('ids'),
    database.getAll('ids'),
    database.getAll('changes'),
  ])
  ids = new Map(names.map((name, at) => [name, values[at] as string]))
  become(changes.sort((one, other) => one.order - other.order))
}

function become(next: readonly Waiting[]): void {
  queue = next
  for (const watcher of watchers) watcher()
}

channel.onmessage = ({ data }: MessageEvent<Told>) => void inTurn(load).then(() => hear(data))

function hear(told: Told): void {
  for (const listener of listeners) listener(told)
}

function say(told: Told): void {
  hear(told)
  channel.postMessage(told)
}

/** Calls with what this tab and the others tell. */
export const listen = (listener: (told: Told) => void): void => void listeners.add(listener)

/** What waits, in order; the server's ids by those that this browser gave. */
export const waiting = (): readonly Waiting[] => queue
export const trueIds = (): ReadonlyMap<string, string> => ids

export function watchOutbox(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

export const useWaiting = (): readonly Waiting[] => useSyncExternalStore(watchOutbox, waiting)

/** The place of a change behind all others. */
export function nextOrder(): number {
  lastOrder = Math.max(Date.now(), lastOrder + 1, ...queue.map(({ order }) => order + 1))
  return lastOrder
}

/** Puts a change behind the others, or into the one before it. It is kept when this resolves. */
export const put = (change: Waiting): Promise<void> => keep((all) => withChange(all, change))

/** Changes what is known of one that waits. */
export const amend = (id: string, members: Partial<Waiting>): Promise<void> =>
  keep((all) => all.map((one) => (one.id === id ? { ...one, ...members } : one)))

/** A change has arrived; `rows` are the server's answer. */
export async function settle(change: Waiting, rows: unknown[]): Promise<void> {
  const made = change.tab !== tab && change.makes && (rows[0] as { id?: string } | undefined)?.id
  if (change.makes && made) {
    ids = new Map([...ids, [change.makes, made]])
    const { makes } = change
    await store()
      .then((database) => database.put('ids', made, makes))
      .catch(() => {})
  }
  await keep((all) => all.filter(({ id }) => id !== change.id))
  if (change.tab !== tab) say({ sent: change, rows })
}

/** Takes a change out, and all that build upon it. */
export async function drop(change: Waiting): Promise<void> {
  const dropped = withDependents(queue, change)
  await keep((all) => all.filter((one) => !dropped.some(({ id }) => id === one.id)))
  say({ dropped })
}

/** Keeps why a change was refused, until somebody says what becomes of it. */
export async function refuse(change: Waiting, members: Partial<Waiting> & Required<Pick<Waiting, 'refusal'>>) {
  await amend(change.id, members)
  say({ dropped: [change] })
}

/** Nothing is kept by this browser: what waits, waits as long as the page is open. */
let isForgetful = false
addEventListener('beforeunload', (event) => {
  if (isForgetful && queue.length > 0) event.preventDefault()
})

/** Only what differs is written: another tab may be writing too. */
function keep(change: (all: readonly Waiting[]) => readonly Waiting[]): Promise<void> {
  return inTurn(async () => {
    const before = queue
    const next = [...change(before)].sort((one, other) => one.order - other.order)
    become(next)
    try {
      const transaction = (await store()).transaction('changes', 'readwrite')
      const gone = before.filter(({ id }) => !next.some((one) => one.id === id))
      await Promise.all([
        ...gone.map(({ id }) => transaction.store.delete(id)),
        ...next.filter((one) => !before.includes(one)).map((one) => transaction.store.put(one)),
        transaction.done,
      ])
    } catch {
      isForgetful = true
    }
    channel.postMessage({ waits: true } satisfies Told)
  })
}
