import type { Kysely } from 'kysely'
import { permanentTokenScopes, type Scope } from '#contract/scopes.ts'
import type { Database } from '#database/schema.ts'
import { issueSessionToken, type SessionAccess } from './session-tokens.ts'

/** The application by which people try calls; part of the server (migration 0046). */
export const apiReference = 'api-reference'

/** How long one of its tokens works. */
export const minutesOfTrying = 30

/**
 * What a token for trying may do. `read` is what a page asks for until somebody sends a write: a person who only looks
 * around holds nothing that could change anything. `write` is all that a permanent token may have, rather than the scope
 * of one operation: rights are those of the person in any case, and lists of ids to pick from need other scopes than the
 * call itself. The export of all data is in neither: it asks for a consent of its own.
 */
export const triedScopes = {
  read: permanentTokenScopes.filter((scope) => scope.includes('ReadOnly')),
  write: permanentTokenScopes,
} as const satisfies Record<string, readonly Scope[]>

export type Access = keyof typeof triedScopes

/** For whom, in which account and for what a token is asked for. */
export interface TriedBy extends Pick<SessionAccess, 'personId' | 'sessionHash' | 'accountId'> {
  access: Access
}

/** Makes an access token of the application "API reference"; undefined if the session has ended meanwhile. */
export const issueTriedToken = (database: Kysely<Database>, { access, ...by }: TriedBy): Promise<string | undefined> =>
  issueSessionToken(database, { ...by, clientId: apiReference, scopes: triedScopes[access], minutes: minutesOfTrying })
