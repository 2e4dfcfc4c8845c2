import { message, type Words } from '#mail/message.ts'
import { type MailServices, sendMail } from '#mail/send.ts'
import { developersOf } from '#oauth/developers.ts'
import { linkDays } from './testers.ts'

/** Invites somebody to try an application. */
export async function mailInvitation(
  services: MailServices,
  { to, token, name, madeBy, by }: { to: string; token: string; name: string; madeBy: string; by: string },
): Promise<void> {
  const { publicUrl } = services.settings
  const words: Words = {
    subject: `${by} invites you to try ${name}`,
    paragraphs: [
      `${by} of ${madeBy} would like you to test ${name} before everybody can find it.`,
      `You need a login at ${publicUrl}. The link works once, for ${linkDays} days.`,
    ],
    action: { label: 'Look at the invitation', url: `${publicUrl}/beta/${token}` },
    reason: `Sent by Taskwright at ${publicUrl} because ${by} gave this address. If you do not want that, do nothing.`,
  }
  await sendMail(services, { to, ...message(words) })
}

/** Brings what a tester says to the application's people. Neither side learns an address. */
export async function mailFeedback(
  services: MailServices,
  { clientId, name, by, text }: { clientId: string; name: string; by: string; text: string },
): Promise<void> {
  const { publicUrl } = services.settings
  for (const { email } of await developersOf(services.store.database, clientId)) {
    const words: Words = {
      subject: `${by} says about ${name}`,
      paragraphs: [`${by}, who tests ${name}, writes:`, text],
      action: { label: 'All feedback', url: `${publicUrl}/applications/${clientId}/listing/beta` },
      reason: `Sent by Taskwright at ${publicUrl} because you look after ${name}. An answer to this mail does not reach the tester.`,
    }
    await sendMail(services, { to: email, ...message(words) })
  }
}
