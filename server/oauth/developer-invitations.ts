import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { addDeveloper, type DeveloperRole } from './developers.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** For how many days an invitation can be accepted. */
export const invitationDays = 7

/** An address that is asked to help with an application. */
export interface DeveloperInvitation {
  clientId: string
  email: string
  role: DeveloperRole
  byPersonId: number
}

/** Invites an address and returns the secret of the link for it. Inviting it again makes the older link worthless. */
export async function inviteDeveloper(database: Kysely<Database>, invitation: DeveloperInvitation): Promise<string> {
  const token = newSecret('lnk')
  const values = {
    token_hash: hashSecret(token),
    role: invitation.role,
    invited_by: invitation.byPersonId,
    created_at: new Date(),
    expires_at: new Date(Date.now() + invitationDays * 86_400_000),
  }
  await database
    .insertInto('application_invitation')
    .values({ client_id: invitation.clientId, email: invitation.email, ...values })
    .onConflict((conflict) => conflict.columns(['client_id', 'email']).doUpdateSet(values))
    .execute()
  return token
}

/** The invitations of an application that can still be accepted, by address. */
export function openInvitations(database: Kysely<Database>, clientId: string) {
  return database
    .selectFrom('application_invitation')
    .select(['email', 'role', 'expires_at'])
    .where('client_id', '=', clientId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('email')
    .execute()
}

/** Finds an invitation by the secret of its link; undefined if it was used or taken back, has lapsed or never was. */
export function findDeveloperInvitation(database: Kysely<Database>, token: string) {
  return database
    .selectFrom('application_invitation as invited')
    .innerJoin('application', 'application.client_id', 'invited.client_id')
    .innerJoin('person as inviter', 'inviter.person_id', 'invited.invited_by')
    .select(['invited.email', 'invited.role', 'application.client_id', 'application.name'])
    .select(['inviter.first_name', 'inviter.last_name', 'inviter.email as inviter_email'])
    .where('token_hash', '=', hashSecret(token))
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

/**
 * Makes the person who was invited one of the application's people; the invitation is used up by it.
 *
 * @returns false if the invitation is gone by now, or is for another address.
 */
export async function acceptDeveloperInvitation(
  database: Kysely<Database>,
  token: string,
  person: { personId: number; email: string },
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const used = await transaction
      .deleteFrom('application_invitation')
      .where('token_hash', '=', hashSecret(token))
      .where('email', '=', person.email)
      .where('expires_at', '>', sql<Date>`now()`)
      .returning(['client_id', 'role', 'invited_by'])
      .executeTakeFirst()
    if (!used) return false
    const { personId } = person
    await addDeveloper(transaction, used.client_id, { personId, role: used.role, byPersonId: used.invited_by })
    return true
  })
}

/** Takes an invitation back. */
export async function withdrawInvitation(database: Kysely<Database>, clientId: string, email: string): Promise<void> {
  await database
    .deleteFrom('application_invitation')
    .where('client_id', '=', clientId)
    .where('email', '=', email)
    .execute()
}
