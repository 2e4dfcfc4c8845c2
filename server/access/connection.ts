import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/schema.ts'

/**
 * The database behind a caller. Only `access/`, `events/` and a resource's `queries.ts` may import this (a lint rule
 * says so): everyone else gets queries that are scoped already, from `visible()` and `change()`.
 */
const connections = new WeakMap<object, Kysely<Database>>()

/** Lets `holder` (a caller, the rows of a change) read through `database`. */
export function connect<T extends object>(holder: T, database: Kysely<Database> | Transaction<Database>): T {
  connections.set(holder, database)
  return holder
}

export function connectionOf(holder: object): Kysely<Database> {
  const database = connections.get(holder)
  if (!database) throw new Error('This caller has no connection: make it with access/caller.ts')
  return database
}
