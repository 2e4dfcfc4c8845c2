import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** Sends somebody no more mail of notifications, in none of their accounts, until they choose otherwise there. */
export async function stopMails(database: Kysely<Database>, personId: number): Promise<void> {
  await sql`
    insert into notification_reader (account_id, person_id, mails)
    select account_id, person_id, false from account_user where person_id = ${personId}
    on conflict (account_id, person_id) do update set mails = false`.execute(database)
}
