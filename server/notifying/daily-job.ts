import { Type } from 'typebox'
import { sql } from '#database/sql.ts'
import { defineJob } from '#jobs/job.ts'
import { mailTo, type NotifyingServices } from './mails.ts'
import { remind } from './remind.ts'

/** On their own clock people are reminded, and get their summary, from this hour on. */
const fromHour = 7

/**
 * Reminds people of dates and sends the summary of the day, in the morning of each person's time zone. Each person is served
 * once a day, noted together with what was done; a run after a failure goes on with those who are left.
 */
export const dailyNotifications = defineJob('daily-notifications', Type.Object({}), {
  cron: '3,33 * * * *',
  retries: 2,
  work: async ({ services, signal }) => serveTheDay(services, new Date(), signal),
})

/** What the job does at a moment. */
export async function serveTheDay(services: NotifyingServices, now: Date, signal?: AbortSignal): Promise<void> {
  const { database } = services.store
  const { rows: people } = await waiting(now).execute(database)
  for (const { account_id, person_id } of people) {
    signal?.throwIfAborted()
    await database.transaction().execute(async (transaction) => {
      // A row to lock: who is being served by another server is not served twice.
      await sql`
        insert into notification_reader (account_id, person_id) values (${account_id}, ${person_id})
        on conflict do nothing`.execute(transaction)
      await sql`
        select from notification_reader where account_id = ${account_id} and person_id = ${person_id}
        for update`.execute(transaction)
      const { rows } = await waiting(now, { account_id, person_id }).execute(transaction)
      const person = rows[0]
      if (!person) return
      await remind(transaction, person)
      await mailTo(services, transaction, person, 'daily')
      await sql`
        update notification_reader set served_on = ${person.today}::date
        where account_id = ${account_id} and person_id = ${person_id}`.execute(transaction)
    })
  }
}

/** Who is to be served at a moment, or whether somebody is, with their own day. */
const waiting = (now: Date, only?: { account_id: number; person_id: number }) => sql<{
  account_id: number
  person_id: number
  today: string
}>`
  select u.account_id, u.person_id, local.today::date::text as today
  from account_user u
  join person p on p.person_id = u.person_id
  left join notification_reader r on r.account_id = u.account_id and r.person_id = u.person_id
  cross join lateral (select ${now}::timestamptz at time zone p.time_zone as today) local
  where u.state = 'active' and extract(hour from local.today) >= ${fromHour}
    and (r.served_on is null or r.served_on < local.today::date)
    and ${only ? sql`u.account_id = ${only.account_id} and u.person_id = ${only.person_id}` : sql`true`}`
