import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { hashSecret, newSecret } from '#oauth/secrets.ts'

/** Testers that an application may have at a time, invited or there. */
export const mostTesters = 50
/** Days that the link of an invitation works. */
export const linkDays = 30

/** The testers of an application, those invited last first. */
export function testersOf(database: Kysely<Database>, clientId: string) {
  return database
    .selectFrom('application_tester as tester')
    .leftJoin('person', 'person.person_id', 'tester.person_id')
    .select(['tester.tester_id as testerId', 'tester.email', 'tester.invited_at as invitedAt'])
    .select(['tester.accepted_at as acceptedAt', 'person.first_name as firstName', 'person.last_name as lastName'])
    .where('tester.client_id', '=', clientId)
    .orderBy('tester.tester_id', 'desc')
    .execute()
}

/**
 * Invites somebody, or invites them again: an older link stops working.
 *
 * @returns the secret of the link; else why there is none.
 */
export async function inviteTester(
  database: Kysely<Database>,
  { clientId, email, byPersonId }: { clientId: string; email: string; byPersonId: number },
): Promise<{ token: string } | 'full' | 'is there'> {
  return database.transaction().execute(async (transaction) => {
    // Two who invite at once would both find the last place free.
    await sql`select from application_listing where client_id = ${clientId} for update`.execute(transaction)
    const testers = await testersOf(transaction, clientId)
    const known = testers.find((tester) => tester.email === email)
    if (known?.acceptedAt) return 'is there'
    if (!known && testers.length >= mostTesters) return 'full'
    const token = newSecret('beta')
    const invited = { token_hash: hashSecret(token), invited_by: byPersonId, invited_at: new Date() }
    await transaction
      .insertInto('application_tester')
      .values({ client_id: clientId, email, ...invited, person_id: null, accepted_at: null })
      .onConflict((conflict) => conflict.columns(['client_id', 'email']).doUpdateSet(invited))
      .execute()
    return { token }
  })
}

/** Takes a tester, or their invitation, away. What they allowed the application stays theirs. */
export async function removeTester(database: Kysely<Database>, clientId: string, testerId: number): Promise<void> {
  await database
    .deleteFrom('application_tester')
    .where('client_id', '=', clientId)
    .where('tester_id', '=', testerId)
    .execute()
}

/** Finds the invitation of a link; undefined if it was used or taken back, or is too old. */
export async function findInvited(database: Kysely<Database>, token: string) {
  return database
    .selectFrom('application_tester as tester')
    .innerJoin('application', 'application.client_id', 'tester.client_id')
    .innerJoin('account', 'account.account_id', 'application.account_id')
    .innerJoin('person as inviter', 'inviter.person_id', 'tester.invited_by')
    .select(['tester.client_id as clientId', 'tester.tester_id as testerId', 'application.name'])
    .select(['account.name as madeBy', 'inviter.first_name as firstName', 'inviter.last_name as lastName'])
    .where('tester.token_hash', '=', hashSecret(token))
    .where(sql<boolean>`tester.invited_at > now() - make_interval(days => ${linkDays})`)
    .where('application.suspended_at', 'is', null)
    .executeTakeFirst()
}

/** Makes a person a tester by the link they got; under whatever address they are signed in. False if somebody was faster. */
export async function acceptInvitation(database: Kysely<Database>, token: string, personId: number): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ client_id: string; tester_id: number }>`
      select client_id, tester_id from application_tester where token_hash = ${hashSecret(token)} for update`.execute(
      transaction,
    )
    const [invited] = rows
    if (!invited) return false
    // Invited under two addresses, they are one tester.
    if (await isTester(transaction, invited.client_id, personId)) {
      await removeTester(transaction, invited.client_id, invited.tester_id)
      return true
    }
    await transaction
      .updateTable('application_tester')
      .set({ token_hash: null, person_id: personId, accepted_at: new Date() })
      .where('client_id', '=', invited.client_id)
      .where('tester_id', '=', invited.tester_id)
      .execute()
    return true
  })
}

/** Tells whether a person tests an application. */
export async function isTester(database: Kysely<Database>, clientId: string, personId: number): Promise<boolean> {
  const tester = await database
    .selectFrom('application_tester')
    .select('tester_id')
    .where('client_id', '=', clientId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return tester !== undefined
}

/** The applications that a person tests and that are not listed yet, by name. */
export function testedBy(database: Kysely<Database>, personId: number) {
  return database
    .selectFrom('application_tester as tester')
    .innerJoin('application', 'application.client_id', 'tester.client_id')
    .innerJoin('account', 'account.account_id', 'application.account_id')
    .innerJoin('application_listing_text as text', (join) =>
      join.onRef('text.client_id', '=', 'tester.client_id').on('text.edition', '=', 'working'),
    )
    .leftJoin('application_logo as logo', 'logo.client_id', 'tester.client_id')
    .leftJoin('application_listing_text as listed', (join) =>
      join.onRef('listed.client_id', '=', 'tester.client_id').on('listed.edition', '=', 'listed'),
    )
    .select(['tester.client_id', 'application.name', 'text.tagline', 'account.name as account_name'])
    .select('logo.version as logoVersion')
    .where('tester.person_id', '=', personId)
    .where('listed.client_id', 'is', null)
    .where('application.suspended_at', 'is', null)
    .orderBy('application.name')
    .orderBy('tester.client_id')
    .execute()
}
