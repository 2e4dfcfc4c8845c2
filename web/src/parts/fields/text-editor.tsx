import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { FieldEditorProps } from './field-editor.tsx'
import { editText, readValue } from './read-value.ts'

/** A value that is typed. Enter or leaving it keeps what was typed, Escape what was there; what is no value says so. */
export function TextEditor({ format, label, value, task, onChange, inCell }: FieldEditorProps) {
  const known = editText(format, value)
  const [typed, setTyped] = useState(inCell?.typed)
  const [wrong, setWrong] = useState<string>()
  const [faultId, listId] = [useId(), useId()]
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus is taken once
  useEffect(() => {
    if (!inCell) return
    field.current?.focus()
    if (inCell.typed === undefined) field.current?.select()
  }, [])
  const options = format.type === 'Choice' ? format.optionsFor(task) : []
  const finish = () => {
    isDone.current = true
    setTyped(undefined)
    setWrong(undefined)
    inCell?.onDone()
  }
  /** Whether what was typed is a value, and is kept. */
  const keep = (): boolean => {
    if (typed !== undefined && typed !== known) {
      const read = readValue(format, typed, task)
      if ('wrong' in read) {
        setWrong(read.wrong)
        return false
      }
      if (read.value !== value) onChange(read.value)
    }
    finish()
    return true
  }
  const onBlur = () => {
    if (isDone.current && inCell) return
    if (keep() || !inCell || typed === undefined) return
    const read = readValue(format, typed, task)
    finish()
    if ('wrong' in read) inCell.onWrong(typed, read.wrong)
  }
  // What was begun by typing over a cell is kept by going up or down too, as in spreadsheets.
  const isKept = (key: string): boolean =>
    key === 'Enter' ||
    (key === 'Tab' && inCell !== undefined) ||
    ((key === 'ArrowUp' || key === 'ArrowDown') && inCell?.typed !== undefined && options.length === 0)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isKept(event.key)) {
      if (!keep()) {
        event.preventDefault()
        event.stopPropagation()
      }
    } else if (event.key === 'Escape' && (inCell || typed !== undefined)) {
      event.stopPropagation()
      finish()
    }
  }
  return (
    <span className="text-editor">
      <input
        ref={field}
        aria-label={label}
        aria-invalid={wrong !== undefined || undefined}
        aria-describedby={wrong === undefined ? undefined : faultId}
        autoComplete="off"
        inputMode={format.type === 'Number' ? 'decimal' : undefined}
        list={options.length > 0 ? listId : undefined}
        value={typed ?? known}
        onChange={({ target }) => {
          isDone.current = false
          setTyped(target.value)
        }}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      />
      {options.length > 0 && (
        <datalist id={listId}>
          {options.map(({ id, title }) => (
            <option key={id} value={title} />
          ))}
        </datalist>
      )}
      {wrong !== undefined && (
        <span className="fault" id={faultId} role="alert">
          {wrong}
        </span>
      )}
    </span>
  )
}
