import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { words } from '../language/words.ts'
import { Icon } from './icon.tsx'
import { DialogContext } from './over.tsx'
import './dialog.css'

const t = words('dialog', { close: 'Close', cancel: 'Cancel' })

interface DialogProps {
  title: string
  onClose: () => void
  children: ReactNode
  /** For tables and editors. */
  isWide?: boolean
}

/** A question or a form over the page, open as long as it is drawn. Escape closes it; the focus goes back to where it was. */
export function Dialog({ title, onClose, children, isWide = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [drawn, setDrawn] = useState<Element | null>(null)
  const titleId = useId()
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    // A form begins in its first field. React's autoFocus comes too early: what is not shown yet takes no focus.
    dialog.current?.querySelector<HTMLElement>('.dialog-content :is(input, textarea, select)')?.focus()
    setDrawn(dialog.current)
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="plain" aria-label={t.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <DialogContext value={drawn}>
        <div className="dialog-content">{children}</div>
      </DialogContext>
    </dialog>
  )
}

interface ConfirmProps {
  title: string
  /** What will happen, and what can't be undone. */
  children: ReactNode
  /** What the button does: "Delete 3 tasks". */
  act: string
  onAct: () => void
  onClose: () => void
}

/** Asks before something that can't be undone. */
export function Confirm({ title, children, act, onAct, onClose }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <div className="actions">
        <button
          type="button"
          className="harm"
          onClick={() => {
            onAct()
            onClose()
          }}
        >
          {act}
        </button>
        <button type="button" className="secondary" onClick={onClose}>
          {t.cancel}
        </button>
      </div>
    </Dialog>
  )
}
