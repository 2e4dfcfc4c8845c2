import type { ReactNode } from 'react'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'

const t = words('chips', { takeOff: ({ title }: { title: string }) => `Take ${title} off` })

export interface Chip {
  id: string
  title: string
  mark?: ReactNode
  note?: string
  /** Where it leads, in place of the title alone. */
  link?: ReactNode
}

/** Things beside one another, each with a way to take it off where that is allowed. */
export function Chips({ chips, onTakeOff }: { chips: readonly Chip[]; onTakeOff?: (id: string) => void }) {
  if (chips.length === 0) return null
  return (
    <ul className="fact-chips">
      {chips.map(({ id, title, mark, note, link }) => (
        <li key={id} title={note}>
          {mark}
          <span className="chip-title">{link ?? title}</span>
          {note && <span className="unseen">, {note}</span>}
          {onTakeOff && (
            <button type="button" className="plain" aria-label={t.takeOff({ title })} onClick={() => onTakeOff(id)}>
              <Icon name="close" />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
