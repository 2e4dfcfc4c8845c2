import type { ViewFacts } from '../../data/view-facts.ts'
import { filterWords as t } from './filter-words.ts'
import { Pick } from './pick.tsx'

interface TypeFilterProps {
  chosen: string[] | undefined
  facts: ViewFacts
  onChange: (chosen: string[] | undefined) => void
}

/** Types of tasks, where the account has some of its own. */
export function TypeFilter({ chosen = [], facts, onChange }: TypeFilterProps) {
  const items = [...facts.itemTypes.values()].filter(
    ({ relatedType, isDeleted }) => relatedType === 'Task' && !isDeleted,
  )
  if (items.length === 0) return null
  return <Pick label={t.customItemTypes} items={items} chosen={chosen} onChange={onChange} />
}
