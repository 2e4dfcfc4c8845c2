import { type FormEvent, useState } from 'react'
import { words } from '../../../language/words.ts'

const t = words('new-line', { add: 'Add' })

interface NewLineProps {
  label: string
  isBusy: boolean
  onAdd: (text: string) => void
}

/** A field for another line of a list; Enter adds it and leaves the field ready for the next. */
export function NewLine({ label, isBusy, onAdd }: NewLineProps) {
  const [text, setText] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '' || isBusy) return
    onAdd(text.trim())
    setText('')
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
      <button type="submit" className="secondary" disabled={isBusy || text.trim() === ''}>
        {t.add}
      </button>
    </form>
  )
}
