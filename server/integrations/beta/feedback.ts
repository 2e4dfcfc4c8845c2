import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** Signs of one piece of feedback. */
export const longestFeedback = 4000
/** What a tester may send in an hour: each goes out as mail. */
const mostAnHour = 5

/** Keeps what a tester says. False if they said too much in the last hour. */
export async function addFeedback(
  database: Kysely<Database>,
  { clientId, personId, text }: { clientId: string; personId: number; text: string },
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await sql`select from person where person_id = ${personId} for no key update`.execute(transaction)
    const { sent } = await transaction
      .selectFrom('application_feedback')
      .select((row) => row.fn.countAll<number>().as('sent'))
      .where('person_id', '=', personId)
      .where('sent_at', '>', sql<Date>`now() - interval '1 hour'`)
      .executeTakeFirstOrThrow()
    if (Number(sent) >= mostAnHour) return false
    await transaction
      .insertInto('application_feedback')
      .values({ client_id: clientId, person_id: personId, text })
      .execute()
    return true
  })
}

/** The newest feedback on an application. Names, no addresses. */
export function feedbackOn(database: Kysely<Database>, clientId: string) {
  return database
    .selectFrom('application_feedback as feedback')
    .innerJoin('person', 'person.person_id', 'feedback.person_id')
    .select([
      'feedback.text',
      'feedback.sent_at as sentAt',
      'person.first_name as firstName',
      'person.last_name as lastName',
    ])
    .where('feedback.client_id', '=', clientId)
    .orderBy('feedback.feedback_id', 'desc')
    .limit(50)
    .execute()
}
