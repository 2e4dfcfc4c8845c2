import { type Kysely, sql } from 'kysely'
import type { Deprecation } from '#contract/deprecation.ts'
import type { Database } from '#database/schema.ts'

/** A deprecation that this installation has published, and who was told of it. */
export interface Notice {
  subject: string
  /** As it was declared; empty for one without an end. */
  until: string
  /** As it was told: its end may be later than `until`, where that left too little time. */
  told: Deprecation
  /** When all had been told whose applications used it; undefined before. */
  toldAt: Date | undefined
  /** Their addresses. */
  people: string[]
}

/** All of them. */
export async function noticesOf(database: Kysely<Database>): Promise<Notice[]> {
  const rows = await database
    .selectFrom('deprecation_notice as notice')
    .select(['notice.subject', 'notice.until', 'notice.told_at', 'notice.declared'])
    .select(
      sql<string[]>`array(
        select person.email from deprecation_mail as mail join person using (person_id)
        where mail.subject = notice.subject and mail.until = notice.until order by person.email)`.as('people'),
    )
    .execute()
  return rows.map(({ subject, until, told_at, declared, people }) => ({
    subject,
    until,
    told: declared,
    people,
    toldAt: told_at ?? undefined,
  }))
}
