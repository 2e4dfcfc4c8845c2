import type { Logger } from 'pino'
import { Refused } from '#contract/errors.ts'
import type { Store } from '#database/connect.ts'
import { currentSequence, eventsAfter } from './feed.ts'
import { type Reader, seenBy, type TellableChange } from './seen.ts'

/** At most this many events are looked at together. */
const batch = 500
/**
 * An account that was looked at rests so long, so that the events of a busy one are looked at together; the first after a
 * rest at once.
 */
const restMs = 25
/** Should a notification be lost. */
const lookAgainMs = 5000
const mostOfPerson = 10

/** Somebody who is told of changes as they happen. */
export interface Listener {
  reader: Reader
  /** Up to this number it knows everything. */
  at: number
  /** Takes changes, in order. */
  tell(changes: readonly TellableChange[]): void
}

/** What tells listeners of changes, in this process. */
export interface LiveChanges {
  /** Counts a stream of a person. @throws {Refused} 429 if there are too many; the function that is given ends it. */
  enter(reader: Reader): () => void
  /** Tells a listener of what comes after its number, from now on, until the function that is given is called. */
  join(listener: Listener): Promise<() => void>
}

interface Account {
  listeners: Set<Listener>
  /** With those that are about to listen; without any it is forgotten. */
  users: number
  /** Up to here its events are told. */
  at: number
  looking: boolean
  again: boolean
}

/**
 * Starts it. Events are read once for all listeners of an account, and what they see of them by two queries, whatever the
 * number of either. Without listeners nothing is read.
 */
export function openLiveChanges(store: Store, log: Logger): LiveChanges {
  const accounts = new Map<number, Account>()
  const perPerson = new Map<string, number>()

  store.listen('event_placed', (accountId) => {
    if (accountId === '') for (const known of accounts.keys()) void look(known)
    else void look(Number(accountId))
  })
  setInterval(() => {
    for (const known of accounts.keys()) void look(known)
  }, lookAgainMs).unref()

  async function look(accountId: number): Promise<void> {
    const account = accounts.get(accountId)
    if (!account) return
    account.again = true
    if (account.looking) return
    account.looking = true
    while (account.again && account.listeners.size > 0) {
      account.again = false
      try {
        if (await tellNews(accountId, account)) account.again = true
      } catch (error) {
        // Nobody's place has moved: the next notification or look tells it.
        log.warn({ err: error }, 'changes wait for their listeners')
      }
      await new Promise((resolve) => setTimeout(resolve, restMs).unref())
    }
    account.looking = false
  }

  async function enterAccount(accountId: number): Promise<Account> {
    const now = await currentSequence(store.database, accountId)
    const account = accounts.get(accountId) ?? { listeners: new Set(), users: 0, at: now, looking: false, again: false }
    account.users++
    accounts.set(accountId, account)
    return account
  }

  /** @returns whether more waits. */
  async function tellNews(accountId: number, account: Account): Promise<boolean> {
    const events = await eventsAfter(store.database, accountId, account.at, batch)
    const last = events.at(-1)?.sequence
    if (last === undefined || last === null) return false
    const listeners = [...account.listeners]
    const told = await seenBy(
      store.database,
      accountId,
      events,
      listeners.map(({ reader }) => reader),
    )
    account.at = last
    for (const listener of listeners) if (account.listeners.has(listener)) pass(listener, told(listener.reader), last)
    return events.length === batch
  }

  function pass(listener: Listener, changes: readonly TellableChange[], reached: number): void {
    const news = changes.filter(({ sequence }) => sequence > listener.at)
    listener.at = Math.max(listener.at, reached)
    if (news.length > 0) listener.tell(news)
  }

  return {
    enter({ accountId, personId }) {
      const key = `${accountId}:${personId}`
      const open = perPerson.get(key) ?? 0
      if (open >= mostOfPerson)
        throw new Refused('rate_limit_exceeded', `A person has ${mostOfPerson} streams of changes at most`, {
          headers: { 'retry-after': '10' },
        })
      perPerson.set(key, open + 1)
      return () => {
        const left = (perPerson.get(key) ?? 1) - 1
        if (left > 0) perPerson.set(key, left)
        else perPerson.delete(key)
      }
    },
    async join(listener) {
      const { accountId } = listener.reader
      // What happens from here on is told by a look; what came before is read for this listener alone.
      const account = await enterAccount(accountId)
      const leave = () => {
        account.listeners.delete(listener)
        if (--account.users === 0) accounts.delete(accountId)
      }
      try {
        while (listener.at < account.at) {
          const events = await eventsAfter(store.database, accountId, listener.at, batch)
          const last = events.at(-1)?.sequence
          if (last === undefined || last === null) break
          const told = await seenBy(store.database, accountId, events, [listener.reader])
          pass(listener, told(listener.reader), last)
        }
      } catch (error) {
        leave()
        throw error
      }
      account.listeners.add(listener)
      void look(accountId)
      return leave
    },
  }
}
