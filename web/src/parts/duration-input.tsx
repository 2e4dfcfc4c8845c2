import { useId, useState } from 'react'
import { words } from '../language/words.ts'

const t = words('duration-input', {
  wrong: 'This is no duration. Write one like “1h 30m”, “1:30” or “2d”.',
  tooLong: ({ most }: { most: string }) => `At most ${most}.`,
})

interface DurationInputProps {
  label: string
  minutes: number | undefined
  /** How it is written, and what may be typed. */
  text: (minutes: number) => string
  parse: (text: string) => number | undefined
  /** Minutes; undefined where it was emptied. */
  onChange: (minutes: number | undefined) => void
  most: number
  least?: number
  placeholder?: string
}

/** Minutes, typed as people say them. Enter or leaving it keeps what was typed, Escape what was there. */
export function DurationInput(props: DurationInputProps) {
  const { label, minutes, text, parse, onChange, most, least = 0, placeholder } = props
  const [typed, setTyped] = useState<string>()
  const [fault, setFault] = useState<string>()
  const faultId = useId()
  const become = (next: number | undefined) => {
    setTyped(undefined)
    setFault(undefined)
    if (next !== minutes) onChange(next)
  }
  const keep = () => {
    if (typed === undefined) return
    if (typed.trim() === '') return become(undefined)
    const next = parse(typed)
    if (next === undefined || next < least) return setFault(t.wrong)
    if (next > most) return setFault(t.tooLong({ most: text(most) }))
    become(next)
  }
  return (
    <>
      <input
        className="duration-input"
        aria-label={label}
        aria-invalid={fault !== undefined || undefined}
        aria-describedby={fault && faultId}
        autoComplete="off"
        placeholder={placeholder}
        value={typed ?? (minutes ? text(minutes) : '')}
        onChange={({ target }) => setTyped(target.value)}
        onFocus={({ target }) => target.select()}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            keep()
          }
          if (event.key !== 'Escape' || typed === undefined) return
          event.stopPropagation()
          setTyped(undefined)
          setFault(undefined)
        }}
      />
      {fault && (
        <p className="fault" id={faultId} role="alert">
          {fault}
        </p>
      )}
    </>
  )
}
