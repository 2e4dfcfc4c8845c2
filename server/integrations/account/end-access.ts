import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { announceAccessChange } from '#oauth/access-changed.ts'
import { recordAccess, toAccess } from '#oauth/access-events.ts'
import { endGrants } from '#oauth/grants.ts'
import { suspendWithoutAccess } from '#webhooks/suspend.ts'

/** Which access an admin ends: of one application in one account, of one person or of all. */
export interface Ended {
  accountId: number
  /** Null: permanent tokens that belong to no application. */
  clientId: string | null
  personId?: number | undefined
}

/**
 * Ends consents and permanent tokens that were given in an account; what was given in another one is that one's. Every
 * process keeps to it with the commit.
 *
 * @returns the people who lost something.
 */
export async function endAccessOf(
  transaction: Kysely<Database>,
  { accountId, clientId, personId }: Ended,
  byPersonId: number,
): Promise<number[]> {
  const holders = await transaction
    .selectFrom('oauth_grant')
    .select('person_id')
    .distinct()
    .where('account_id', '=', accountId)
    .where('client_id', '=', clientId ?? '')
    .where('revoked_at', 'is', null)
    .$if(personId !== undefined, (some) => some.where('person_id', '=', personId as number))
    .execute()
  if (clientId !== null)
    await endGrants(transaction, { accountId, clientId, ...(personId !== undefined && { personId }) }, byPersonId)
  const tokens = await transaction
    .deleteFrom('access_token')
    .where('account_id', '=', accountId)
    .where(sql<boolean>`client_id is not distinct from ${clientId}`)
    .where('kind', '=', 'permanent')
    .$if(personId !== undefined, (some) => some.where('person_id', '=', personId as number))
    .returning(['person_id', 'account_id', 'client_id', 'scopes'])
    .execute()
  await recordAccess(transaction, 'OauthRevoked', tokens.map(toAccess('permanent')), byPersonId)
  const people = [...new Set([...holders, ...tokens].map((one) => one.person_id))]
  for (const one of people) await suspendWithoutAccess(transaction, one, byPersonId)
  await announceAccessChange(transaction, people)
  return people
}
