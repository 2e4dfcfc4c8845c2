import { tell } from '../data/notices.ts'
import { words } from '../language/words.ts'

const t = words('copy-link', {
  copied: 'The link is in the clipboard.',
  notCopied: ({ link }: { link: string }) => `The browser did not allow it. The link is ${link}`,
})

/** Puts the address of a page of this server into the clipboard, and says so. */
export function copyLink(path: string): void {
  const link = `${location.origin}${path}`
  navigator.clipboard.writeText(link).then(
    () => tell(t.copied),
    () => tell(t.notCopied({ link }), { isFault: true }),
  )
}
