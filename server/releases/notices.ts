import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** A deprecation that this installation has published, and who was told of it. */
export interface Notice {
  subject: string
  /** Empty for one without an end. */
  until: string
  /** When all had been told whose applications used it; undefined before. */
  toldAt: Date | undefined
  /** Their addresses. */
  people: string[]
}

/** All of them. */
export async function noticesOf(database: Kysely<Database>): Promise<Notice[]> {
  const rows = await database
    .selectFrom('deprecation_notice as notice')
    .select(['notice.subject', 'notice.until', 'notice.told_at'])
    .select(
      sql<string[]>`array(
        select person.email from deprecation_mail as mail join person using (person_id)
        where mail.subject = notice.subject and mail.until = notice.until order by person.email)`.as('people'),
    )
    .execute()
  return rows.map(({ subject, until, told_at, people }) => ({ subject, until, people, toldAt: told_at ?? undefined }))
}
