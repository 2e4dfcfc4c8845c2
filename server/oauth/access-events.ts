import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { recordEvents } from '#events/outbox.ts'

/** What an application may do for a person in an account, and by what. */
export interface GivenAccess {
  accountId: number
  personId: number
  /** Null for a permanent token that belongs to no application. */
  clientId: string | null
  scopes: readonly string[]
  token: 'consent' | 'permanent' | 'access'
}

/** Records that access was given or has ended; by the person itself, unless somebody else is named. */
export async function recordAccess(
  transaction: Kysely<Database>,
  type: 'OauthGranted' | 'OauthRevoked',
  given: readonly GivenAccess[],
  byPersonId?: number,
): Promise<void> {
  for (const { accountId, personId, clientId, scopes, token } of given) {
    const application = await transaction
      .selectFrom('application')
      .select('name')
      .where('client_id', '=', clientId ?? '')
      .executeTakeFirst()
    const said = { clientId, name: application?.name, token, scopes: scopes.join(' ') }
    await recordEvents(transaction, { accountId, personId: byPersonId ?? personId, clientId: null }, [
      { type, entityType: 'grant', entityId: personId, [type === 'OauthGranted' ? 'after' : 'before']: said },
    ])
  }
}

/** Row of a grant or token → what it gave. */
export const toAccess =
  (token: GivenAccess['token']) =>
  (row: { person_id: number; account_id: number; client_id: string | null; scopes: string[] }): GivenAccess => ({
    accountId: row.account_id,
    personId: row.person_id,
    clientId: row.client_id,
    scopes: row.scopes,
    token,
  })
