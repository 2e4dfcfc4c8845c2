import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** A permanent token as people may see it: never the token itself. */
export interface HeldToken {
  /** Hex of its SHA-256, which names it in forms and opens nothing. */
  tokenHash: string
  name: string
  scopes: string[]
  createdAt: Date
  /** To ten minutes. */
  lastUsedAt: Date | null
  expiresAt: Date | null
  accountName: string
  personId: number
  firstName: string
  lastName: string
  email: string
}

/** Whose tokens: a person's in every account, or everybody's in one account. */
export type Holders = { personId: number } | { accountId: number }

/** The permanent tokens of an application in force, the newest first. */
export async function permanentTokens(
  database: Kysely<Database>,
  clientId: string,
  holders: Holders,
): Promise<HeldToken[]> {
  const rows = await held(database, clientId, holders)
    .innerJoin('account', 'account.account_id', 'token.account_id')
    .innerJoin('person', 'person.person_id', 'token.person_id')
    .select(['token.token_hash', 'token.name', 'token.scopes', 'token.created_at as createdAt'])
    .select(['token.last_used_at as lastUsedAt', 'token.expires_at as expiresAt', 'token.person_id as personId'])
    .select(['account.name as accountName', 'person.email'])
    .select(['person.first_name as firstName', 'person.last_name as lastName'])
    .orderBy('token.created_at', 'desc')
    .orderBy('token.token_hash')
    .execute()
  return rows.map(({ token_hash, ...token }) => ({ ...token, tokenHash: token_hash.toString('hex') }))
}

/** Finds one of them by the hex of its hash; undefined also if it is of others. */
export function findPermanentToken(database: Kysely<Database>, clientId: string, holders: Holders, tokenHash: string) {
  return held(database, clientId, holders)
    .select('token.person_id')
    .where('token.token_hash', '=', Buffer.from(tokenHash, 'hex'))
    .executeTakeFirst()
}

/** Gives a person's own token another name. */
export async function renameToken(
  database: Kysely<Database>,
  { clientId, personId, tokenHash }: { clientId: string; personId: number; tokenHash: string },
  name: string,
): Promise<void> {
  await database
    .updateTable('access_token')
    .set({ name })
    .where('token_hash', '=', Buffer.from(tokenHash, 'hex'))
    .where('client_id', '=', clientId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'permanent')
    .execute()
}

function held(database: Kysely<Database>, clientId: string, holders: Holders) {
  const tokens = database
    .selectFrom('access_token as token')
    .where('token.client_id', '=', clientId)
    .where('token.kind', '=', 'permanent')
    .where((is) => is.or([is('token.expires_at', 'is', null), is('token.expires_at', '>', sql<Date>`now()`)]))
  return 'personId' in holders
    ? tokens.where('token.person_id', '=', holders.personId)
    : tokens.where('token.account_id', '=', holders.accountId)
}
