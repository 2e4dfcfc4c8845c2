import type { Services } from '#http/services.ts'
import { message } from '#mail/message.ts'
import type { Mail } from '#mail/send.ts'
import { mailingLink, unsubscribeHeaders } from './links.ts'

/** What the owner of the server wrote: an empty line begins a paragraph. */
export interface Announcement {
  subject: string
  text: string
}

/** The mail to one of those on the list. */
export function announcementMail(
  services: Pick<Services, 'settings' | 'secret'>,
  { subject, text }: Announcement,
  { person_id, email }: { person_id: number; email: string },
): Mail {
  const unsubscribe = mailingLink(services, 'unsubscribe:news', person_id)
  const words = {
    subject,
    paragraphs: paragraphsOf(text),
    reason: `Sent by Taskwright at ${services.settings.publicUrl} to developers who asked for news of the API. No more of these: ${unsubscribe}`,
  }
  return { to: email, ...message(words), headers: unsubscribeHeaders(unsubscribe) }
}

/** The paragraphs of a text. */
export const paragraphsOf = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
