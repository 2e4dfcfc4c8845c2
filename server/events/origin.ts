import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { EventRecord } from './change.ts'

/** By which door a change came in: the API (OAuth's endpoints too), the pages, the command line, or a job of the server. */
export type Source = 'api' | 'pages' | 'command' | 'job'

/** Where a change comes from. */
export interface Origin {
  source: Source
  /** IP address; undefined for what comes from no network. */
  address?: string
  /** Takes part in the transaction of each change that the work makes, with its first event. */
  onWrite?: (transaction: Kysely<Database>, first: EventRecord) => Promise<void>
}

/**
 * It follows the work by itself and is no part of the caller: events are written where there is no caller (sessions,
 * and the authorization server, whose library calls us back), and a caller is remembered by its token across requests.
 * It is set in three places: for each request in http/server.ts, for a command in cli/run.ts, for a job where jobs run.
 */
const current = new AsyncLocalStorage<Origin>()

/** Does work as coming from there; what it awaits is part of it. */
export const comingFrom = <R>(origin: Origin, work: () => R): R => current.run(origin, work)

/** Where the work at hand comes from; undefined in what nobody asked for. */
export const originOfWork = (): Origin | undefined => current.getStore()
