import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { announceApplicationChange } from './access-changed.ts'

/** The highest limit that can be set. Above it no limit says the same. */
export const highestLimit = 1_000_000

/**
 * Gives an application a limit of its own: requests a minute for each of its users. 0 is no limit, null the server's.
 * Every process keeps to it with the commit.
 */
export async function limitRequests(
  transaction: Kysely<Database>,
  clientId: string,
  perMinute: number | null,
): Promise<void> {
  await transaction
    .updateTable('application')
    .set({ requests_per_minute: perMinute })
    .where('client_id', '=', clientId)
    .execute()
  await announceApplicationChange(transaction, clientId)
}

/** Reads a limit as people write it: nothing is the server's own. Undefined if it is none. */
export function readLimit(text: string): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return /^\d{1,7}$/.test(trimmed) && Number(trimmed) <= highestLimit ? Number(trimmed) : undefined
}
