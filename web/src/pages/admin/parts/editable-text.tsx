import { useState } from 'react'

interface EditableTextProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** It may be empty. */
  isOptional?: boolean
  isLong?: boolean
  maxLength?: number
  className?: string
}

/** A text that is changed where it stands: Enter or leaving it keeps what was typed, Escape what was there. */
export function EditableText({
  label,
  value,
  onChange,
  isOptional = false,
  isLong = false,
  maxLength = 128,
  className = '',
}: EditableTextProps) {
  const [typed, setTyped] = useState<string>()
  const keep = () => {
    const next = typed?.trim()
    setTyped(undefined)
    if (next === undefined || next === value || (next === '' && !isOptional)) return
    onChange(next)
  }
  const shared = {
    'aria-label': label,
    className: `editable ${className}`,
    maxLength,
    value: typed ?? value,
    onBlur: keep,
  }
  if (isLong)
    return (
      <textarea
        {...shared}
        rows={2}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => key === 'Escape' && setTyped(undefined)}
      />
    )
  return (
    <input
      {...shared}
      onChange={({ target }) => setTyped(target.value)}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Escape') setTyped(undefined)
        if (key === 'Enter') {
          keep()
          currentTarget.select()
        }
      }}
    />
  )
}
