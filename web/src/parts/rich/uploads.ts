import type { Editor } from '@tiptap/core'
import { parseHtml } from './html.ts'

/** Keeps a picture where the text lives, and says how it is addressed there. */
export type KeepPicture = (picture: File | string) => Promise<{ address: string; name: string }>

const kinds = /^image\/(png|jpeg|gif|webp|avif)$/
export const isPicture = ({ type }: File): boolean => kinds.test(type)

/** Puts pictures into the text at once, and their lasting address when the server has them. */
export function insertPictures(
  editor: Editor,
  files: readonly File[],
  keep: KeepPicture,
  refused: (error: Error) => void,
  at?: number,
): void {
  for (const file of files) {
    const shown = URL.createObjectURL(file)
    const node = { type: 'image', attrs: { src: shown, alt: file.name } }
    if (at === undefined) editor.chain().focus().insertContent(node).run()
    else editor.chain().focus().insertContentAt(at, node).run()
    settle(editor, shown, keep(file), refused)
  }
}

/** Keeps the pictures of pasted HTML that are not ours: those in the text itself, and those of other servers. */
export function keepForeign(editor: Editor, keep: KeepPicture, refused: (error: Error) => void): void {
  const waiting = new Set<string>()
  editor.state.doc.descendants((node) => {
    const address = node.type.name === 'image' ? String(node.attrs.src) : ''
    if (/^(data:|https?:)/.test(address) && !address.startsWith(`${location.origin}/api/`)) waiting.add(address)
  })
  for (const address of waiting) {
    const picture = address.startsWith('data:') ? fileOf(address) : Promise.resolve(address)
    settle(editor, address, picture.then(keep), refused)
  }
}

/** Whether a pasted text has pictures of others. */
export const hasForeign = (html: string): boolean => parseHtml(html).querySelector('img') !== null

const fileOf = async (address: string): Promise<File> => {
  const [, type = 'image/png', content = ''] = /^data:([^;,]+);base64,(.*)$/s.exec(address) ?? []
  return new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], `picture.${type.split('/')[1]}`, {
    type,
  })
}

function settle(editor: Editor, shown: string, kept: ReturnType<KeepPicture>, refused: (error: Error) => void): void {
  kept.then(
    ({ address, name }) => replace(editor, shown, { src: address, alt: name }),
    (error: Error) => {
      replace(editor, shown, undefined)
      refused(error)
    },
  )
}

/** Gives pictures another address, or takes them out; no step of the person's to undo. */
function replace(editor: Editor, shown: string, attrs: { src: string; alt: string } | undefined): void {
  if (editor.isDestroyed) return
  const { tr, doc } = editor.state
  const places: [number, number][] = []
  doc.descendants((node, at) => {
    if (node.type.name === 'image' && node.attrs.src === shown) places.push([at, node.nodeSize])
  })
  for (const [at, size] of places.toReversed())
    if (attrs) tr.setNodeMarkup(at, undefined, attrs)
    else tr.delete(at, at + size)
  if (tr.docChanged) editor.view.dispatch(tr.setMeta('addToHistory', false))
}
