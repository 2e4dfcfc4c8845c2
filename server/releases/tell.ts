import type { Kysely } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Services } from '#http/services.ts'
import { sendMail } from '#mail/send.ts'
import { type Addressee, addressees } from './addressees.ts'
import { noticeMail } from './notice-mail.ts'

/**
 * Tells developers of the notices that are not given yet, those whose applications used what they are about: one mail to
 * each person. A run after a failure goes on with those who have none yet, and runs at once tell nobody twice; a notice
 * counts as given when the last of them was told.
 *
 * @returns the addresses of those who were told in this run
 */
export async function tellOfNotices(
  services: Pick<Services, 'settings' | 'store' | 'log' | 'secret'>,
  signal?: AbortSignal,
): Promise<string[]> {
  const { database } = services.store
  const pending = await database.selectFrom('deprecation_notice').selectAll().where('told_at', 'is', null).execute()
  const told: string[] = []
  for (const addressee of await addressees(database, pending)) {
    signal?.throwIfAborted()
    await database.transaction().execute(async (transaction) => {
      const notices = await noteTold(transaction, addressee)
      if (notices.length === 0) return
      await sendMail(services, noticeMail(services, { ...addressee, notices }), transaction)
      told.push(addressee.email)
    })
  }
  for (const { subject, until } of pending)
    await database
      .updateTable('deprecation_notice')
      .set({ told_at: new Date() })
      .where('subject', '=', subject)
      .where('until', '=', until)
      .where('told_at', 'is', null)
      .execute()
  return told
}

/** Notes that a person is told; returns the notices that they had not been told before. */
async function noteTold(
  transaction: Kysely<Database>,
  { personId, notices }: Addressee,
): Promise<Addressee['notices']> {
  const noted = await transaction
    .insertInto('deprecation_mail')
    .values(
      notices.map(({ notice: { subject, until }, applications }) => ({
        subject,
        until,
        applications,
        person_id: personId,
      })),
    )
    .onConflict((same) => same.columns(['subject', 'until', 'person_id']).doNothing())
    .returning(['subject', 'until'])
    .execute()
  return notices.filter(({ notice }) =>
    noted.some(({ subject, until }) => subject === notice.subject && until === notice.until),
  )
}
