import { Image } from '@tiptap/extension-image'
import { words } from '../../../language/words.ts'
import { attachmentOf, pictureOf } from '../pictures.ts'

const t = words('picture', { lost: 'This picture can’t be shown', coming: 'The picture is on its way' })

/** A picture in a line. Those of the server are read with the person's access; what is on its way shows what it was made of. */
export const Picture = Image.extend({
  addAttributes: () => ({
    // An address in `src` is called whenever the text is written down, without the person's token.
    src: {
      default: null,
      parseHTML: (picture: Element) => picture.getAttribute('data-src') ?? picture.getAttribute('src'),
      renderHTML: ({ src }: { src?: string }) => ({ 'data-src': src }),
    },
    alt: { default: null },
  }),
  parseHTML: () => [{ tag: 'img[src], img[data-src]' }],
  addNodeView() {
    return ({ node }) => {
      const picture = document.createElement('img')
      show(picture, node.attrs.src, node.attrs.alt)
      return {
        dom: picture,
        update: (next) => {
          if (next.type.name !== 'image') return false
          show(picture, next.attrs.src, next.attrs.alt)
          return true
        },
      }
    }
  },
}).configure({ inline: true, allowBase64: true })

function show(picture: HTMLImageElement, address: string, alt: string | null): void {
  if (picture.dataset.address === address) return
  picture.dataset.address = address
  picture.alt = alt ?? ''
  const attachmentId = attachmentOf(address)
  if (!attachmentId) {
    picture.classList.add('coming')
    picture.title = t.coming
    if (/^(blob|data):/.test(address)) picture.src = address
    return
  }
  picture.classList.remove('coming')
  picture.removeAttribute('title')
  pictureOf(attachmentId).then(
    (url) => {
      picture.src = url
    },
    () => {
      picture.title = t.lost
      picture.alt = `${t.lost}: ${alt ?? ''}`
    },
  )
}
