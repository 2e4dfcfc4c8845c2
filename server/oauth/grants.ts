import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { atOnce } from '#events/outbox.ts'
import { suspendWithoutAccess } from '#webhooks/suspend.ts'
import { announceAccessChange } from './access-changed.ts'
import { recordAccess, toAccess } from './access-events.ts'
import { narrowed } from './allowed-scopes.ts'
import { lockedScopes } from './limit-scopes.ts'
import { newName } from './secrets.ts'

/** What a person agreed to on the consent screen. */
export interface NewGrant {
  clientId: string
  personId: number
  accountId: number
  allAccounts: boolean
  scopes: readonly string[]
  /** As in the request; answers list scopes the same way. */
  separator: ',' | ' '
  /** Null if the request left it to the registration. */
  redirectUri: string | null
}

/** Writes a consent, to no more than its application may ask for by now, and returns its id. */
export async function createGrant(database: Kysely<Database>, grant: NewGrant): Promise<string> {
  const grantId = newName(24)
  await atOnce(database, async (transaction) => {
    const scopes = narrowed(grant.scopes, await lockedScopes(transaction, grant.clientId))
    await transaction
      .insertInto('oauth_grant')
      .values({
        grant_id: grantId,
        client_id: grant.clientId,
        person_id: grant.personId,
        account_id: grant.accountId,
        all_accounts: grant.allAccounts,
        scopes,
        separator: grant.separator,
        redirect_uri: grant.redirectUri,
      })
      .execute()
    await recordAccess(transaction, 'OauthGranted', [{ ...grant, scopes, token: 'consent' }])
  })
  return grantId
}

/** A grant in force, of a person who is still active in its account, which lets the application in; undefined otherwise. */
export function findGrant(database: Kysely<Database>, grantId: string) {
  return database
    .selectFrom('oauth_grant as grant')
    .innerJoin('account_user as user', (join) =>
      join.onRef('user.account_id', '=', 'grant.account_id').onRef('user.person_id', '=', 'grant.person_id'),
    )
    .selectAll('grant')
    .where('grant.grant_id', '=', grantId)
    .where('grant.revoked_at', 'is', null)
    .where('user.state', '=', 'active')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('application_block as block')
            .select('block.client_id')
            .whereRef('block.account_id', '=', 'grant.account_id')
            .whereRef('block.client_id', '=', 'grant.client_id'),
        ),
      ),
    )
    .executeTakeFirst()
}

/** Which grants to end: those that fit all that is given. */
export interface GrantFilter {
  grantId?: string
  clientId?: string
  personId?: number
  accountId?: number
}

/**
 * Ends grants with their codes, refresh tokens and access tokens. Permanent tokens are no part of a grant and stay.
 *
 * Call it in the transaction that takes the reason away, for example the one that deactivates a user. `byPersonId` is who
 * does it, if not the person who gave the grant.
 */
export async function endGrants(
  transaction: Kysely<Database>,
  filter: GrantFilter,
  byPersonId?: number,
): Promise<void> {
  let ended = transaction.updateTable('oauth_grant').set({ revoked_at: new Date() }).where('revoked_at', 'is', null)
  if (filter.grantId !== undefined) ended = ended.where('grant_id', '=', filter.grantId)
  if (filter.clientId !== undefined) ended = ended.where('client_id', '=', filter.clientId)
  if (filter.personId !== undefined) ended = ended.where('person_id', '=', filter.personId)
  if (filter.accountId !== undefined) ended = ended.where('account_id', '=', filter.accountId)
  const grants = await ended.returning(['grant_id', 'person_id', 'account_id', 'client_id', 'scopes']).execute()
  if (grants.length === 0) return
  const grantIds = grants.map((grant) => grant.grant_id)
  await transaction.deleteFrom('oauth_payload').where('grant_id', 'in', grantIds).execute()
  await transaction.deleteFrom('access_token').where('grant_id', 'in', grantIds).execute()
  await recordAccess(transaction, 'OauthRevoked', grants.map(toAccess('consent')), byPersonId)
  const people = [...new Set(grants.map((grant) => grant.person_id))]
  for (const personId of people) await suspendWithoutAccess(transaction, personId, byPersonId ?? personId)
  await announceAccessChange(transaction, people)
}

/**
 * Ends every credential by which programs act for a person in an account: grants and permanent tokens. For the
 * transaction that deactivates the user or takes them out of the account.
 */
export async function endAccess(
  transaction: Kysely<Database>,
  { personId, accountId }: { personId: number; accountId: number },
  byPersonId?: number,
): Promise<void> {
  await endGrants(transaction, { personId, accountId }, byPersonId)
  const ended = await transaction
    .deleteFrom('access_token')
    .where('person_id', '=', personId)
    .where('account_id', '=', accountId)
    .returning(['person_id', 'account_id', 'client_id', 'scopes', 'kind'])
    .execute()
  await recordAccess(transaction, 'OauthRevoked', ended.map(toAccess('permanent')), byPersonId)
  await suspendWithoutAccess(transaction, personId, byPersonId ?? personId)
  await announceAccessChange(transaction, [personId])
}
