import { message } from '#mail/message.ts'
import { type MailServices, sendMail } from '#mail/send.ts'
import type { Keeper } from './application-people.ts'

/** The words of a mail about an application. */
interface Told {
  subject: string
  /** After the greeting. */
  paragraphs: string[]
  /** The application has a page still. */
  clientId?: string
}

/** Writes to the people of an application what whoever runs the server did about it. */
export async function tell(services: MailServices, keepers: readonly Keeper[], told: Told): Promise<void> {
  const { publicUrl } = services.settings
  for (const { email, firstName } of keepers) {
    const words = {
      subject: told.subject,
      paragraphs: [firstName === '' ? 'Hello,' : `Hello ${firstName},`, ...told.paragraphs],
      ...(told.clientId && {
        action: { label: 'Open the application', url: `${publicUrl}/applications/${told.clientId}` },
      }),
      reason: `Sent by Taskwright at ${publicUrl}, because you look after this application. Whoever runs the server reads no answer to this mail.`,
    }
    await sendMail(services, { to: email, ...message(words) })
  }
}

/** Tells a person that they were signed out, in every browser. */
export async function tellSignedOut(
  services: MailServices,
  person: { email: string; first_name: string },
  why: string,
): Promise<void> {
  const { publicUrl } = services.settings
  const words = {
    subject: 'You were signed out everywhere',
    paragraphs: [
      `Hello ${person.first_name},`,
      `whoever runs this server has signed you out in all browsers: ${why}`,
      'Sign in again with your password. If you think that somebody else knows it, choose a new one.',
    ],
    action: { label: 'Choose a new password', url: `${publicUrl}/forgot` },
    reason: `Sent by Taskwright at ${publicUrl}`,
  }
  await sendMail(services, { to: person.email, ...message(words) })
}
