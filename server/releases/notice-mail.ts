import type { Services } from '#http/services.ts'
import { message } from '#mail/message.ts'
import type { Mail } from '#mail/send.ts'
import { mailingLink, unsubscribeHeaders } from '#mailing/links.ts'
import type { Addressee } from './addressees.ts'

/** The mail to a developer: what should not be used any more, until when it works, what instead, which applications. */
export function noticeMail(
  services: Pick<Services, 'settings' | 'secret'>,
  { personId, email, firstName, notices }: Addressee,
): Mail {
  const names = [...new Set(notices.flatMap(({ applications }) => applications))]
  const unsubscribe = mailingLink(services, 'unsubscribe:changes', personId)
  const { publicUrl } = services.settings
  const words = {
    subject: `A change of the API concerns ${names.join(', ')}`,
    paragraphs: [
      `Hello ${firstName},`,
      'your applications used, in the last 90 days, what should not be used any more:',
      ...notices.map(({ notice: { what, declared }, applications }) =>
        [
          `${upperFirst(what)}, deprecated since ${declared.since}.`,
          ...(declared.why ? [`Why: ${declared.why}.`] : []),
          declared.until
            ? `It works until ${declared.until} (UTC); from that day on it may be gone.`
            : 'It goes on working; no end is planned.',
          `Instead: ${declared.instead}.`,
          `Used by: ${applications.join(', ')}.`,
        ].join('\n'),
      ),
    ],
    action: { label: 'Read the changelog', url: `${publicUrl}/developers/changelog` },
    reason: `Sent by Taskwright at ${publicUrl} to those who look after these applications. No more of these: ${unsubscribe}`,
  }
  return { to: email, ...message(words), headers: unsubscribeHeaders(unsubscribe) }
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
