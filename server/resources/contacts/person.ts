import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'

interface NewPerson {
  email: string
  firstName?: string
  lastName?: string
  passwordHash?: string | null
  emailConfirmed?: boolean
}

/**
 * The number of the person with this e-mail address, made if the server doesn't know it yet. What is known of a person
 * is never changed by somebody who names their address.
 */
export async function nameContact(transaction: Kysely<Database>, person: NewPerson): Promise<number> {
  const email = person.email.trim().toLowerCase()
  const known = await transaction.selectFrom('person').select('person_id').where('email', '=', email).executeTakeFirst()
  if (known) return known.person_id
  const { person_id } = await transaction
    .insertInto('person')
    .values({
      email,
      first_name: person.firstName ?? '',
      last_name: person.lastName ?? '',
      password_hash: person.passwordHash ?? null,
      email_confirmed_at: person.emailConfirmed ? new Date() : null,
    })
    .returning('person_id')
    .executeTakeFirstOrThrow()
  return person_id
}

/**
 * Makes a person an active user of an account: in its default group unless external or collaborator.
 */
export async function joinAccount(
  transaction: Kysely<Database>,
  accountId: number,
  personId: number,
  role: 'admin' | 'regular' | 'external' | 'collaborator',
): Promise<void> {
  await transaction
    .insertInto('account_user')
    .values({ account_id: accountId, person_id: personId, role, state: 'active' })
    .onConflict((known) =>
      known.columns(['account_id', 'person_id']).doUpdateSet({ role, state: 'active', joined_at: new Date() }),
    )
    .execute()
  if (role === 'external' || role === 'collaborator') return
  await transaction
    .insertInto('group_member')
    .columns(['account_id', 'group_id', 'person_id'])
    .expression((from) =>
      from
        .selectFrom('user_group')
        .select((select) => ['account_id', 'group_id', select.val(personId).as('person_id')])
        .where('account_id', '=', accountId)
        .where('is_default', '=', true),
    )
    .onConflict((known) => known.doNothing())
    .execute()
}
