import type { Caller } from './caller.ts'
import { loadCaller } from './caller.ts'
import { connect, connectionOf } from './connection.ts'

/**
 * The caller with the reach of another user of the account too, for what that user has opened to others: a request form
 * creates work where its keeper may, whoever sends it. What is written is still the caller's.
 *
 * @returns undefined if that user is no longer active.
 */
export async function onBehalfOf(caller: Caller, personId: number): Promise<Caller | undefined> {
  const database = connectionOf(caller)
  const { accountId, clientId } = caller
  const keeper = await loadCaller(database, { accountId, personId, scopes: [], clientId })
  if (!keeper) return undefined
  const principals = [...new Set([...caller.principals, ...keeper.principals])]
  return connect({ ...caller, role: keeper.role, principals, reach: 'wide' as const }, database)
}
