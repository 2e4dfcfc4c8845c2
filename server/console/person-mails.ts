import { message } from '#mail/message.ts'
import { type MailServices, sendMail } from '#mail/send.ts'
import { createLink, dropLinks } from './one-time-links.ts'

interface Recipient {
  person_id: number
  email: string
  first_name: string
}

const reason = (services: MailServices) => `Sent by Taskwright at ${services.settings.publicUrl}`

/** Sends the link that shows that an address belongs to the person who gave it, and leads on to `next` if there is one. */
export async function sendConfirmation(services: MailServices, person: Recipient, next?: string): Promise<void> {
  const link = await createLink(services.store.database, { purpose: 'confirm', personId: person.person_id })
  const words = {
    subject: 'Confirm your email address',
    paragraphs: [`Hello ${person.first_name},`, 'one click, and your account is ready. The link works for seven days.'],
    action: {
      label: 'Confirm this address',
      url: `${services.settings.publicUrl}/confirm?${new URLSearchParams({ token: link, ...(next && { next }) })}`,
    },
    reason: `${reason(services)}. If you did not register there, do nothing.`,
  }
  await sendMail(services, { to: person.email, ...message(words) })
}

/** Sends the link that lets a person choose a new password; older ones stop working. */
export async function sendReset(services: MailServices, person: Recipient): Promise<void> {
  const { database } = services.store
  await dropLinks(database, { purpose: 'reset', personId: person.person_id })
  const link = await createLink(database, { purpose: 'reset', personId: person.person_id })
  const words = {
    subject: 'Choose a new password',
    paragraphs: [`Hello ${person.first_name},`, 'choose a new password with this link. It works once, for two hours.'],
    action: { label: 'Choose a new password', url: `${services.settings.publicUrl}/reset?token=${link}` },
    reason: `${reason(services)}. If you did not ask for this, do nothing: your password stays as it is.`,
  }
  await sendMail(services, { to: person.email, ...message(words) })
}

/** Tells somebody who registers again that they are known already; the page they see says no such thing. */
export async function sendKnownAlready(services: MailServices, person: Recipient): Promise<void> {
  const { publicUrl } = services.settings
  const words = {
    subject: 'You have a login already',
    paragraphs: [
      `Hello ${person.first_name},`,
      `somebody, probably you, wanted to register with this address, which is known here. Sign in at ${publicUrl}/sign-in, then open ${publicUrl}/register to create another account.`,
      `If you have no password yet, or forgot it, choose one at ${publicUrl}/forgot.`,
    ],
    reason: reason(services),
  }
  await sendMail(services, { to: person.email, ...message(words) })
}

/** Sends a new application's credentials to who registered it. */
export async function sendCredentials(
  services: MailServices,
  to: string,
  application: { name: string; clientId: string; clientSecret: string },
): Promise<void> {
  const { publicUrl } = services.settings
  const secret = application.clientSecret === '' ? [] : [`Client secret: ${application.clientSecret}`]
  const words = {
    subject: `Credentials of ${application.name}`,
    paragraphs: [
      `Here is what ${application.name} needs to work with Taskwright.`,
      [`Client ID: ${application.clientId}`, ...secret].join('\n'),
      [`Authorization: ${publicUrl}/oauth2/authorize/v4`, `Token: ${publicUrl}/oauth2/token`].join('\n'),
      'Keep the secret out of programs that others can read. It is not stored here; a new one can be made.',
    ],
    action: { label: 'Open the application', url: `${publicUrl}/applications/${application.clientId}` },
    reason: reason(services),
  }
  await sendMail(services, { to, ...message(words) })
}
