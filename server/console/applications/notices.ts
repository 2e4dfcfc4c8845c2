import { message } from '#mail/message.ts'
import { type MailServices, sendMail } from '#mail/send.ts'
import { type Developer, developersOf } from '#oauth/developers.ts'

/** An application as mails name it. */
interface Named {
  clientId: string
  name: string
}

interface Person {
  email: string
  firstName: string
  lastName: string
}

/** A person as others are told of them. */
export const nameOf = ({ firstName, lastName, email }: Person): string => `${firstName} ${lastName}`.trim() || email

/**
 * Tells the people of an application what was done to it. Never put a secret into it: it is for whoever asked for that.
 *
 * @param to its people as they are now, if not given: before a deletion or a removal they are others.
 */
export async function tellDevelopers(
  services: MailServices,
  application: Named,
  { subject, paragraphs }: { subject: string; paragraphs: string[] },
  to?: readonly Pick<Developer, 'email'>[],
): Promise<void> {
  const { publicUrl } = services.settings
  const words = {
    subject,
    paragraphs,
    action: { label: 'Open the application', url: `${publicUrl}/applications/${application.clientId}` },
    reason: `You get this because you look after ${application.name} at ${publicUrl}.`,
  }
  for (const { email } of to ?? (await developersOf(services.store.database, application.clientId)))
    await sendMail(services, { to: email, ...message(words) })
}

/** Asks an address to help with an application. */
export async function sendDeveloperInvitation(
  services: MailServices,
  application: Named,
  { email, link, by }: { email: string; link: string; by: Person },
): Promise<void> {
  const { publicUrl } = services.settings
  const words = {
    subject: `${nameOf(by)} asks you to help with ${application.name}`,
    paragraphs: [
      'Hello,',
      `${nameOf(by)} would like you to look after the application ${application.name} together. You will see its settings, credentials and requests.`,
      'The link works once, for seven days, for this address. If you have no login yet, you make one on the way.',
    ],
    action: { label: 'Look at the invitation', url: `${publicUrl}/application-invitation/${link}` },
    reason: `${nameOf(by)} (${by.email}) gave this address at ${publicUrl}. If you do not want that, do nothing.`,
  }
  await sendMail(services, { to: email, ...message(words) })
}
