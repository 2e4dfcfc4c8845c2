import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Services } from '#http/services.ts'

/** What somebody may choose to get: news of the API, changes that concern their own applications, and what happens in their accounts. */
export const topics = ['news', 'changes', 'notifications'] as const
export type Topic = (typeof topics)[number]

/** What a link in a mail does. */
export type LinkUse = `confirm:${'news'}` | `unsubscribe:${Topic}`

/** Signed for one person and one use: nobody signs in for it, nobody can make one for somebody else, and it never lapses. */
export function mailingLink(
  { settings, secret }: Pick<Services, 'settings' | 'secret'>,
  use: LinkUse,
  personId: number,
) {
  const [path, topic = ''] = use.split(':')
  const query = new URLSearchParams({ person: String(personId), topic, token: tokenFor(secret, use, personId) })
  return `${settings.publicUrl}/mailing/${path}?${query}`
}

/** Whom a link is for; undefined if it is none of ours. */
export function readMailingLink(
  { secret }: Pick<Services, 'secret'>,
  path: 'confirm' | 'unsubscribe',
  query: Record<string, string>,
): { personId: number; topic: Topic } | undefined {
  const personId = Number(query.person)
  const topic = topics.find((one) => one === query.topic)
  if (!topic || !Number.isSafeInteger(personId)) return undefined
  const expected = Buffer.from(tokenFor(secret, `${path}:${topic}` as LinkUse, personId))
  const sent = Buffer.from(query.token ?? '')
  return sent.length === expected.length && timingSafeEqual(sent, expected) ? { personId, topic } : undefined
}

const tokenFor = (secret: Buffer, use: LinkUse, personId: number): string =>
  createHmac('sha256', secret).update(`mailing:${use}:${personId}`).digest('base64url')

/** What lets mail programs offer to unsubscribe with one click (RFC 8058). */
export const unsubscribeHeaders = (link: string): Record<string, string> => ({
  'List-Unsubscribe': `<${link}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})
