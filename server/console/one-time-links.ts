import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { hashSecret, newSecret } from '#oauth/secrets.ts'

/** What a link in a mail is for, and for how many days it works. */
const days = { confirm: 7, reset: 1 / 12, invitation: 30 } as const

/** A link as it was made. */
export interface Link {
  purpose: keyof typeof days
  personId: number
  accountId?: number
  invitationId?: number
}

/** Makes the secret of a link. Only its hash is stored. */
export async function createLink(database: Kysely<Database>, link: Link): Promise<string> {
  const token = newSecret('lnk')
  await database
    .insertInto('one_time_link')
    .values({
      token_hash: hashSecret(token),
      purpose: link.purpose,
      person_id: link.personId,
      account_id: link.accountId ?? null,
      invitation_id: link.invitationId ?? null,
      expires_at: new Date(Date.now() + days[link.purpose] * 86_400_000),
    })
    .execute()
  return token
}

/** Looks at a link without using it; undefined if it was used, has lapsed or never was. */
export function findLink(database: Kysely<Database>, purpose: Link['purpose'], token: string) {
  return database
    .selectFrom('one_time_link')
    .innerJoin('person', 'person.person_id', 'one_time_link.person_id')
    .select(['person.person_id', 'person.email', 'person.password_hash', 'person.first_name', 'person.last_name'])
    .select(['account_id', 'invitation_id'])
    .where('token_hash', '=', hashSecret(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
}

/** Uses a link up. False if somebody was faster. */
export async function useLink(transaction: Kysely<Database>, token: string): Promise<boolean> {
  const used = await transaction
    .updateTable('one_time_link')
    .set({ used_at: new Date() })
    .where('token_hash', '=', hashSecret(token))
    .where('used_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return used !== undefined
}

/** Makes the older links of a person for this purpose worthless, as a new one or a new password should. */
export async function dropLinks(
  database: Kysely<Database>,
  { purpose, personId }: Pick<Link, 'purpose' | 'personId'>,
): Promise<void> {
  await database.deleteFrom('one_time_link').where('person_id', '=', personId).where('purpose', '=', purpose).execute()
}
