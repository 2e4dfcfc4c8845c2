import { createTransport, type Transporter } from 'nodemailer'
import type { Services } from '#http/services.ts'
import type { Message } from './message.ts'

/** A mail on its way to one person. */
export interface Mail extends Message {
  to: string
}

/** What sending needs. */
export type MailServices = Pick<Services, 'settings' | 'store' | 'log'>

const transports = new Map<string, Transporter>()

/**
 * Sends a mail by SMTP; without SMTP settings it goes to the outbox page. So does a mail that the SMTP server refuses,
 * with an error in the log: whoever runs the server can still read it.
 */
export async function sendMail({ settings, store, log }: MailServices, mail: Mail): Promise<void> {
  const { to, subject, text, html } = mail
  if (settings.smtpUrl) {
    try {
      await transport(settings.smtpUrl).sendMail({ from: settings.mailFrom, to, subject, text, html })
      return
    } catch (error) {
      log.error({ err: error }, 'the SMTP server took no mail; it is in the outbox')
    }
  }
  await store.database.insertInto('outbox_mail').values({ recipient: to, subject, text, html }).execute()
}

function transport(smtpUrl: string): Transporter {
  const known = transports.get(smtpUrl)
  if (known) return known
  const made = createTransport(smtpUrl)
  transports.set(smtpUrl, made)
  return made
}
