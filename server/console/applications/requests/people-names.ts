import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import { encodeId } from '#ids/encode.ts'

/**
 * How a log calls people: by name those of the application's own account, whom its developers know; all others by the id
 * that the application itself knows them by.
 */
export async function namesIn(
  database: Kysely<Database>,
  accountId: number,
  personIds: readonly (number | null)[],
): Promise<(personId: number) => string> {
  const asked = [...new Set(personIds.filter((personId) => personId !== null))]
  const rows =
    asked.length === 0
      ? []
      : await database
          .selectFrom('account_user')
          .innerJoin('person', 'person.person_id', 'account_user.person_id')
          .select(['person.person_id', 'person.first_name', 'person.last_name', 'person.email'])
          .where('account_user.account_id', '=', accountId)
          .where('account_user.person_id', 'in', asked)
          .execute()
  const names = new Map(
    rows.map((row) => [row.person_id, `${row.first_name} ${row.last_name}`.trim() || row.email || ''] as const),
  )
  return (personId) => names.get(personId) || contactId(personId)
}

/** The id by which the API names a person. */
export const contactId = (personId: number): string => encodeId('Contact', 0, personId)
