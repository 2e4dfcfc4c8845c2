import { Type } from 'typebox'
import { defineJob } from '#jobs/job.ts'
import { sendMail } from '#mail/send.ts'
import { type Addressee, addressees } from './addressees.ts'
import { noticeMail } from './notice-mail.ts'

/**
 * Tells developers of what is newly deprecated and used by their applications: one mail to each person. A run after a
 * failure goes on with those who have none yet; a notice counts as given when the last of them was told.
 */
export const noticeJob = defineJob('tell-of-deprecations', Type.Object({}), {
  async work({ services, signal }) {
    const { database } = services.store
    const pending = await database.selectFrom('deprecation_notice').selectAll().where('told_at', 'is', null).execute()
    for (const addressee of await addressees(database, pending)) {
      signal.throwIfAborted()
      await database.transaction().execute(async (transaction) => {
        const untold = await noteTold(addressee)
        if (untold.length > 0)
          await sendMail(services, noticeMail(services, { ...addressee, notices: untold }), transaction)

        async function noteTold({ personId, notices }: Addressee) {
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
  },
})
