import type { View } from '../../data/use-view.ts'
import { Icon } from '../icon.tsx'
import { chipsOf } from './chips-of.ts'
import { filterWords as t } from './filter-words.ts'
import './filters.css'

/** What is filtered, each with a way to take it off. The focus stays among them. */
export function FilterChips({ view }: { view: View }) {
  const chips = chipsOf(view.settings.filters, view.facts)
  if (chips.length === 0) return null
  return (
    <ul className="filter-chips" aria-label={t.filters}>
      {chips.map(({ key, text, without }) => (
        <li key={key} className="tag">
          <span>{text}</span>
          <button
            type="button"
            className="plain"
            aria-label={t.remove({ filter: text })}
            onClick={({ currentTarget }) => {
              const item = currentTarget.closest('li')
              const neighbour = item?.nextElementSibling ?? item?.previousElementSibling
              const opener = currentTarget.closest('.view-bar')?.querySelector<HTMLElement>('button')
              ;(neighbour?.querySelector<HTMLElement>('button') ?? opener)?.focus()
              view.set((now) => ({ filters: without(now.filters) }))
            }}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}
