import type { Comment } from '@taskwright/sdk'
import { type Contact, queryContacts } from '@taskwright/sdk'
import { memory } from '../../../data/memory.ts'
import { nameOf } from '../../../data/people.ts'
import { escapeHtml, parseHtml } from '../../../parts/rich/html.ts'

/** What a reply begins with: the words it answers, without those that they answered, and whose they are. */
export function replyTo({ text, authorId }: Comment): string {
  const body = parseHtml(text)
  for (const quoted of body.querySelectorAll('blockquote')) quoted.remove()
  const [, people] =
    memory
      .getQueriesData<Contact[]>({ queryKey: [queryContacts.id] })
      .find(([, data]) => data?.some(({ id }) => id === authorId)) ?? []
  const author = people?.find(({ id }) => id === authorId)
  const mention = author ? `<a class="stream-user-id avatar" rel="${authorId}">@${escapeHtml(nameOf(author))}</a> ` : ''
  return `<blockquote>${/<(p|ul|ol|pre|h\d|table)\b/.test(body.innerHTML) ? body.innerHTML : `<p>${body.innerHTML}</p>`}</blockquote><p>${mention}</p>`
}
