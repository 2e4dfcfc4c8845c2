import { message, type Words } from '#mail/message.ts'
import { type MailServices, sendMail } from '#mail/send.ts'
import { developersOf } from '#oauth/developers.ts'
import { serverOwners } from '../server-owners.ts'

/** Tells those who run the server that a listing waits for them. */
export async function mailSubmitted(
  services: MailServices,
  { clientId, name, by }: { clientId: string; name: string; by: string },
): Promise<void> {
  const { publicUrl } = services.settings
  const words: Words = {
    subject: `${name} would like to be listed`,
    paragraphs: [`${by} submitted the listing of ${name} for the directory of integrations. It waits for your review.`],
    action: { label: 'Review it', url: `${publicUrl}/server/listings/${clientId}` },
    reason: `Sent by Taskwright at ${publicUrl} to those who run the server.`,
  }
  for (const to of await serverOwners(services.store.database)) await sendMail(services, { to, ...message(words) })
}

/** What a reviewer did, in a mail to the application's people. */
const outcomes = {
  approve: {
    subject: (name: string) => `${name} is in the directory`,
    text: (name: string) =>
      `The listing of ${name} was approved: everybody finds it in the directory of integrations now.`,
  },
  sendBack: {
    subject: (name: string) => `The listing of ${name} needs a change`,
    text: (name: string) =>
      `The listing of ${name} was looked at and sent back. Change it and submit it again. The reviewer says:`,
  },
  unlist: {
    subject: (name: string) => `${name} was taken out of the directory`,
    text: (name: string) =>
      `${name} is no longer in the directory of integrations. It goes on working for those who have it. The reviewer says:`,
  },
} as const

/** Tells the people of an application how the review went. */
export async function mailOutcome(
  services: MailServices,
  { clientId, name, act, words }: { clientId: string; name: string; act: keyof typeof outcomes; words: string },
): Promise<void> {
  const { publicUrl } = services.settings
  const { subject, text } = outcomes[act]
  for (const { email, firstName } of await developersOf(services.store.database, clientId)) {
    const mail: Words = {
      subject: subject(name),
      paragraphs: [`Hello ${firstName},`, text(name), ...(words === '' ? [] : [words])],
      action: { label: 'Open the listing', url: `${publicUrl}/applications/${clientId}/listing` },
      reason: `Sent by Taskwright at ${publicUrl} because you look after ${name}.`,
    }
    await sendMail(services, { to: email, ...message(mail) })
  }
}
