import type { Kysely } from 'kysely'
import { createTransport, type Transporter } from 'nodemailer'
import type { Database } from '#database/schema.ts'
import type { Services } from '#http/services.ts'
import type { Message } from './message.ts'

/** A mail on its way to one person. */
export interface Mail extends Message {
  to: string
  /** Further headers, as List-Unsubscribe. */
  headers?: Record<string, string>
}

/** What sending needs. */
export type MailServices = Pick<Services, 'settings' | 'store' | 'log'>

const transports = new Map<string, Transporter>()

/**
 * Sends a mail by SMTP; without SMTP settings it goes to the outbox page. So does a mail that the SMTP server refuses,
 * with an error in the log: whoever runs the server can still read it.
 *
 * `inside` is the transaction that notes that it was sent: mail for the outbox page is written with it.
 */
export async function sendMail(
  { settings, store, log }: MailServices,
  mail: Mail,
  inside: Kysely<Database> = store.database,
): Promise<void> {
  const { to, subject, text, html, headers = {} } = mail
  if (settings.smtpUrl) {
    try {
      await transport(settings.smtpUrl).sendMail({ from: settings.mailFrom, to, subject, text, html, headers })
      return
    } catch (error) {
      log.error({ err: error }, 'the SMTP server took no mail; it is in the outbox')
    }
  }
  await inside.insertInto('outbox_mail').values({ recipient: to, subject, text, html, headers }).execute()
}

function transport(smtpUrl: string): Transporter {
  const known = transports.get(smtpUrl)
  if (known) return known
  const made = createTransport(smtpUrl)
  transports.set(smtpUrl, made)
  return made
}
