import { Type } from 'typebox'
import { sql } from '#database/sql.ts'
import { defineJob } from '#jobs/job.ts'
import { sendMail } from '#mail/send.ts'
import { announcementMail } from './announcement-mail.ts'

/** So many people are looked up at a time. */
const batch = 50

/**
 * Sends an announcement to everybody who is on the list: each person once, noted together with the mail, so that a run after
 * a failure or the death of a server goes on where the last one ended.
 */
export const announcementJob = defineJob('send-announcement', Type.Object({ announcementId: Type.Integer() }), {
  async work({ data: { announcementId }, services, signal }) {
    const { database } = services.store
    const announcement = await database
      .selectFrom('mailing_announcement')
      .selectAll()
      .where('announcement_id', '=', announcementId)
      .where('finished_at', 'is', null)
      .executeTakeFirst()
    if (!announcement) return
    for (let people = await untold(); people.length > 0; people = await untold())
      for (const person of people) {
        signal.throwIfAborted()
        await database.transaction().execute(async (transaction) => {
          const noted = await transaction
            .insertInto('mailing_delivery')
            .values({ announcement_id: announcementId, person_id: person.person_id })
            .onConflict((same) => same.doNothing())
            .returning('person_id')
            .executeTakeFirst()
          if (noted) await sendMail(services, announcementMail(services, announcement, person), transaction)
        })
      }
    await database
      .updateTable('mailing_announcement')
      .set({ finished_at: sql`now()` })
      .where('announcement_id', '=', announcementId)
      .execute()

    function untold() {
      return database
        .selectFrom('mailing_choice as choice')
        .innerJoin('person', 'person.person_id', 'choice.person_id')
        .leftJoin('mailing_delivery as sent', (join) =>
          join.onRef('sent.person_id', '=', 'choice.person_id').on('sent.announcement_id', '=', announcementId),
        )
        .select(['person.person_id', 'person.email'])
        .where('choice.news', '=', 'on')
        .where('sent.person_id', 'is', null)
        .orderBy('person.person_id')
        .limit(batch)
        .execute()
    }
  },
})
