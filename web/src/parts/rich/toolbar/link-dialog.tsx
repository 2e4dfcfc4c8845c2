import type { Editor } from '@tiptap/react'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../dialog.tsx'
import { isAddress } from '../extensions.ts'
import { escapeHtml } from '../html.ts'
import { t } from './texts.ts'

/** An address as people type it, as a link has it; undefined if it is none. */
function addressOf(typed: string): string | undefined {
  const text = typed.trim()
  if (isAddress(text)) return text
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(text)) return `mailto:${text}`
  return /^[^\s/:]+\.[^\s/:]{2,}/.test(text) && isAddress(`https://${text}`) ? `https://${text}` : undefined
}

/** Where a link leads, and its words where none are chosen. */
export function LinkDialog({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const before = String(editor.getAttributes('link').href ?? '')
  const { from, to, empty } = editor.state.selection
  const needsWords = empty && before === ''
  const [typed, setTyped] = useState(before)
  const [text, setText] = useState(needsWords ? '' : editor.state.doc.textBetween(from, to, ' '))
  const [isWrong, setWrong] = useState(false)
  const close = () => {
    onClose()
    // The dialog gives the focus back to its button first.
    setTimeout(() => editor.commands.focus())
  }
  const keep = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const href = addressOf(typed)
    if (!href) return setWrong(true)
    const chain = editor.chain().extendMarkRange('link')
    if (needsWords)
      chain.insertContent(`<a href="${escapeHtml(href)}">${escapeHtml(text.trim() || typed.trim())}</a> `).run()
    else chain.setLink({ href }).run()
    close()
  }
  return (
    <Dialog title={t.link} onClose={close}>
      <form onSubmit={keep} noValidate>
        <div className="field">
          <label htmlFor="link-address">{t.address}</label>
          <input
            id="link-address"
            type="url"
            // Where the dialog puts the focus as it opens.
            ref={(input) => input?.setAttribute('autofocus', '')}
            value={typed}
            aria-invalid={isWrong}
            aria-describedby="link-hint"
            onChange={({ target }) => {
              setTyped(target.value)
              setWrong(false)
            }}
          />
          <p id="link-hint" className={isWrong ? 'fault' : 'hint'}>
            {isWrong ? t.noAddress : t.addressHint}
          </p>
        </div>
        {needsWords && (
          <div className="field">
            <label htmlFor="link-words">{t.words}</label>
            <input id="link-words" value={text} onChange={({ target }) => setText(target.value)} />
          </div>
        )}
        <div className="actions">
          <button type="submit">{t.keep}</button>
          {before !== '' && (
            <button
              type="button"
              className="secondary"
              onClick={() => {
                editor.chain().extendMarkRange('link').unsetLink().run()
                close()
              }}
            >
              {t.unlink}
            </button>
          )}
          <button type="button" className="secondary" onClick={close}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
