import type { Generated } from 'kysely'

export interface MailingTables {
  /** What mail a developer wants. */
  mailing_choice: {
    person_id: number
    /** News of the API: asked whether they are wanted, confirmed, or not wanted. */
    news: Generated<'asked' | 'on' | 'off'>
    /** Changes that concern one's own applications. */
    changes: Generated<boolean>
    changed_at: Generated<Date>
  }
  mailing_announcement: {
    announcement_id: Generated<number>
    subject: string
    text: string
    by_person_id: number | null
    created_at: Generated<Date>
    finished_at: Date | null
  }
  mailing_delivery: { announcement_id: number; person_id: number; sent_at: Generated<Date> }
}
