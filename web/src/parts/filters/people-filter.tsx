import type { ViewAssignees } from '@taskwright/sdk'
import type { ViewFacts } from '../../data/view-facts.ts'
import { peopleOptions } from '../fields/format.ts'
import { filterWords as t } from './filter-words.ts'
import { Pick } from './pick.tsx'

interface PeopleFilterProps {
  label: string
  chosen: ViewAssignees | undefined
  facts: ViewFacts
  /** Nobody can be asked for. */
  hasNobody?: boolean
  onChange: (chosen: ViewAssignees | undefined) => void
}

/** People, whoever looks ("me"), or nobody. */
export function PeopleFilter({ label, chosen = {}, facts, hasNobody = false, onChange }: PeopleFilterProps) {
  const items = [
    { id: 'me', title: t.me },
    ...(hasNobody ? [{ id: 'nobody', title: t.nobody }] : []),
    ...peopleOptions(facts),
  ]
  const ids = [...(chosen.me ? ['me'] : []), ...(chosen.nobody ? ['nobody'] : []), ...(chosen.ids ?? [])]
  const choose = (next: string[] = []) => {
    const people = next.filter((id) => id !== 'me' && id !== 'nobody')
    const found = {
      ...(next.includes('me') && { me: true }),
      ...(next.includes('nobody') && { nobody: true }),
      ...(people.length > 0 && { ids: people }),
    }
    onChange(next.length > 0 ? found : undefined)
  }
  return <Pick label={label} items={items} chosen={ids} onChange={choose} />
}
