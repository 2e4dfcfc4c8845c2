import { useState } from 'react'
import { words } from '../language/words.ts'
import { Dialog } from './dialog.tsx'
import './keys-help.css'

const t = words('keys-help', { keys: 'Keys' })

interface KeysHelpProps {
  title: string
  /** Keys, and what they do. */
  lines: readonly (readonly [keys: string, does: string])[]
  className?: string
}

/** A button that shows what the keys do in a part of the page. */
export function KeysHelp({ title, lines, className = '' }: KeysHelpProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={`plain ${className}`} onClick={() => setOpen(true)}>
        {t.keys}
      </button>
      {isOpen && (
        <Dialog title={title} onClose={() => setOpen(false)}>
          <dl className="keys">
            {lines.map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  <kbd>{keys}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Dialog>
      )}
    </>
  )
}
