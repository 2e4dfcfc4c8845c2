import type { Static } from 'typebox'
import { formatInstant } from '#contract/dates.ts'
import { encodeId } from '#ids/encode.ts'
import type { SearchHit } from './contract.ts'
import type { Excerpt } from './excerpts-queries.ts'
import { presentItem } from './item.ts'
import { readMarked } from './marked.ts'
import type { Hit } from './queries.ts'

/** Hit and excerpt → SearchHit. An excerpt in which nothing is marked says nothing: it is left out. */
export function presentHit(accountId: number, hit: Hit, excerpt: Excerpt): Static<typeof SearchHit> {
  const title = readMarked(excerpt.title)
  const snippet = readMarked(excerpt.text, { markup: hit.source !== 'attachment' })
  return {
    ...presentItem(accountId, hit),
    titleMarks: title.marks,
    foundIn: foundIn(hit),
    ...(snippet.marks.length > 0 ? { snippet: excerpt.name ?? snippet.text, snippetMarks: snippet.marks } : {}),
    ...(hit.source === 'comment' ? { commentId: encodeId('Comment', accountId, hit.foundId) } : {}),
    ...(hit.source === 'attachment' ? { attachmentId: encodeId('Attachment', accountId, hit.foundId) } : {}),
    parentIds: excerpt.parents.map((folder) => encodeId('Folder', accountId, folder)),
    authorId: encodeId('Contact', accountId, hit.authorId),
    updatedDate: formatInstant(hit.updatedAt),
  }
}

const foundIn = ({ source, inTitle }: Hit) =>
  source === 'comment' ? 'Comment' : source === 'attachment' ? 'Attachment' : inTitle ? 'Title' : 'Description'
