import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Services } from '#http/services.ts'
import { message } from '#mail/message.ts'
import { type MailServices, sendMail } from '#mail/send.ts'
import { stopMails } from '#notifying/stop-mails.ts'
import { mailingLink, type Topic } from './links.ts'

/** What mail a person wants. */
export interface Choice {
  news: 'never asked' | 'asked' | 'on' | 'off'
  changes: boolean
}

/** The choice of a person; who never made one gets what concerns their own applications. */
export async function choiceOf(database: Kysely<Database>, personId: number): Promise<Choice> {
  const row = await database
    .selectFrom('mailing_choice')
    .select(['news', 'changes'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row ?? { news: 'never asked', changes: true }
}

/** Writes down a choice. */
export async function choose(
  database: Kysely<Database>,
  personId: number,
  chosen: Partial<{ news: 'asked' | 'on' | 'off'; changes: boolean }>,
): Promise<void> {
  const values = { ...chosen, changed_at: new Date() }
  await database
    .insertInto('mailing_choice')
    .values({ news: 'off', ...values, person_id: personId })
    .onConflict((same) => same.column('person_id').doUpdateSet(values))
    .execute()
}

/** Switches a topic off, by a link in a mail. */
export async function unsubscribe(database: Kysely<Database>, personId: number, topic: Topic): Promise<void> {
  if (topic === 'notifications') return stopMails(database, personId)
  return choose(database, personId, topic === 'news' ? { news: 'off' } : { changes: false })
}

/**
 * Asks somebody who registered an application whether they want the news; once, and never one who chose already. The mail
 * has the link that confirms it.
 */
export async function inviteToNews(services: MailServices & Pick<Services, 'secret'>, personId: number): Promise<void> {
  const { database } = services.store
  const asked = await database
    .insertInto('mailing_choice')
    .values({ person_id: personId })
    .onConflict((same) => same.column('person_id').doNothing())
    .returning('person_id')
    .executeTakeFirst()
  if (asked) await sendQuestion(services, personId)
}

/** Sends the mail whose link confirms that a person wants the news. */
export async function sendQuestion(services: MailServices & Pick<Services, 'secret'>, personId: number): Promise<void> {
  const { publicUrl } = services.settings
  const { email, first_name } = await services.store.database
    .selectFrom('person')
    .select(['email', 'first_name'])
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  const words = {
    subject: 'News of the API, if you want them',
    paragraphs: [
      `Hello ${first_name},`,
      'developers on this server have a mailing list: what is new in the API, and what is planned. A few mails a year.',
      'You are on it once you confirm with one click. Notices of changes that concern your own applications come in any case; your profile lets you choose.',
    ],
    action: { label: 'Yes, send me the news', url: mailingLink(services, 'confirm:news', personId) },
    reason: `Sent by Taskwright at ${publicUrl}, because you registered an application there. If you do not want the news, do nothing.`,
  }
  await sendMail(services, { to: email, ...message(words) })
}
