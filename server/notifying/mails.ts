import { type Kysely, sql } from 'kysely'
import { loadCaller } from '#access/caller.ts'
import type { Database } from '#database/schema.ts'
import type { Services } from '#http/services.ts'
import { sendMail } from '#mail/send.ts'
import { notificationRows } from '#resources/notifications/queries.ts'
import { notificationMail } from './words.ts'

/** More than a person reads in a mail. */
const mostRead = 200

export type NotifyingServices = Pick<Services, 'settings' | 'store' | 'log' | 'secret'>

/** Sends the mails that are due, one after the other, until none is. Among processes each is sent by one. */
export async function sendDueMails(services: NotifyingServices, isStopped: () => boolean): Promise<void> {
  while (!isStopped() && (await sendOne(services)));
}

/** @returns whether there was one */
function sendOne(services: NotifyingServices): Promise<boolean> {
  return services.store.database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ account_id: number; person_id: number }>`
      select account_id, person_id from notification_reader where mail_due_at <= now()
      order by mail_due_at limit 1 for update skip locked`.execute(transaction)
    const reader = rows[0]
    if (!reader) return false
    const sent = await mailTo(services, transaction, reader, 'now')
    await sql`
      update notification_reader set mail_due_at = null, mailed_at = case when ${sent} then now() else mailed_at end
      where account_id = ${reader.account_id} and person_id = ${reader.person_id}`.execute(transaction)
    return true
  })
}

/**
 * Sends somebody what waits for a mail and was not read meanwhile; then nothing waits any more. The mail is written down, or
 * given to the SMTP server, before that is noted: after the death of a server it may come twice, never not at all.
 *
 * @returns whether there was anything to tell.
 */
export async function mailTo(
  services: NotifyingServices,
  transaction: Kysely<Database>,
  { account_id: accountId, person_id: personId }: { account_id: number; person_id: number },
  mail: 'now' | 'daily',
): Promise<boolean> {
  const caller = await loadCaller(transaction, { accountId, personId, scopes: [], clientId: '' })
  const rows = caller ? await notificationRows(caller, { unread: true, archived: false, mail }, mostRead) : []
  await sql`
    update notification set mail = null
    where account_id = ${accountId} and person_id = ${personId} and mail = ${mail}`.execute(transaction)
  if (rows.length === 0) return false
  const { rows: people } = await sql<{ email: string; first_name: string; name: string; mails: boolean }>`
    select p.email, p.first_name, a.name, coalesce(r.mails, true) as mails from person p
    join account a on a.account_id = ${accountId}
    left join notification_reader r on r.account_id = a.account_id and r.person_id = p.person_id
    where p.person_id = ${personId} and p.email_confirmed_at is not null`.execute(transaction)
  const person = people[0]
  if (!person?.mails) return false
  const addressee = { personId, email: person.email, firstName: person.first_name, accountName: person.name }
  await sendMail(services, notificationMail(services, addressee, rows, mail === 'daily'), transaction)
  return true
}
