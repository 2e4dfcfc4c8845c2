import type { Status } from '../data/statuses.ts'
import './status.css'

/** A status: its colour as a dot, and its name. */
export function StatusMark({ status }: { status: Status | undefined }) {
  if (!status) return null
  return (
    <span className="status-mark">
      <ColourDot color={status.color ?? 'Gray'} />
      <span>{status.name}</span>
    </span>
  )
}

/** A colour of the API by name, as a dot. The name beside it says the same. */
export function ColourDot({ color }: { color: string }) {
  return <span className="colour-dot" data-color={color} aria-hidden="true" />
}
