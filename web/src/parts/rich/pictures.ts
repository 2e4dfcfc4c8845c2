import { downloadAttachment, previewAttachment } from '@taskwright/sdk'
import { api } from '../../data/api.ts'

/** How the address of a picture stands in a text: the API's own, so that programs can read it with their token. */
export const pictureAddress = (attachmentId: string, name: string): string =>
  `${location.origin}/api/v4/attachments/${attachmentId}/download/${encodeURIComponent(name)}`

/** The attachment that an address of a text means, on this server or the one it was moved from. */
export const attachmentOf = (address: string): string | undefined =>
  /^https?:\/\/[^/]+\/api\/v4\/attachments\/([A-Z2-7]+)\/download(?:\/|$)/.exec(address)?.[1]

export type PreviewSize = 'w44' | 'w100' | 'w200' | 'w300' | 'w400' | 'h400'

const most = 200
const known = new Map<string, Promise<string>>()

/** An attachment as an address that an `img` can show, read with the person's own access; remembered while the page lives. */
export function pictureOf(attachmentId: string, size?: PreviewSize): Promise<string> {
  const key = `${attachmentId} ${size ?? ''}`
  const before = known.get(key)
  if (before) return before
  const read = load(attachmentId, size)
  known.set(key, read)
  read.catch(() => known.delete(key))
  const [oldest] = known.keys()
  if (known.size > most && oldest) {
    void known.get(oldest)?.then(URL.revokeObjectURL, () => {})
    known.delete(oldest)
  }
  return read
}

async function load(attachmentId: string, size: PreviewSize | undefined): Promise<string> {
  const answer = size
    ? await api.download(previewAttachment, { attachmentId, size })
    : await api.download(downloadAttachment, { attachmentId })
  return URL.createObjectURL(await answer.blob())
}
