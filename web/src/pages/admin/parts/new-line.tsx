import { type FormEvent, useRef, useState } from 'react'
import { words } from '../../../language/words.ts'

const t = words('new-line', { add: 'Add' })

interface NewLineProps {
  label: string
  /** Settles when the line is there. */
  onAdd: (text: string) => Promise<void>
}

/**
 * A field for another line of a list; Enter adds it and leaves the field ready for the next. Whoever types faster than the server
 * answers loses no line: each waits for the one before it.
 */
export function NewLine({ label, onAdd }: NewLineProps) {
  const [text, setText] = useState('')
  const add = useRef(onAdd)
  add.current = onAdd
  const before = useRef(Promise.resolve())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const line = text.trim()
    if (line === '') return
    setText('')
    before.current = before.current.then(() => add.current(line))
  }
  return (
    <form className="new-line" onSubmit={submit}>
      <input
        aria-label={label}
        placeholder={label}
        maxLength={128}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="secondary" disabled={text.trim() === ''}>
        {t.add}
      </button>
    </form>
  )
}
