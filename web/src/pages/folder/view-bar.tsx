import { useIsFetching } from '@tanstack/react-query'
import { queryTasks } from '@taskwright/sdk'
import type { View } from '../../data/use-view.ts'
import { words } from '../../language/words.ts'
import { ColumnsPanel } from '../../parts/columns/columns-panel.tsx'
import { GroupPanel, SortPanel } from '../../parts/columns/order-panels.tsx'
import { FilterChips } from '../../parts/filters/filter-chips.tsx'
import { FilterPanel } from '../../parts/filters/filter-panel.tsx'
import { SaveView } from './save-view.tsx'

const t = words('view-bar', { label: 'What is shown, and how', reading: 'Reading …' })

/** Which tasks are shown, and how: what fits the kind of view. */
export function ViewBar({ view }: { view: View }) {
  const { kind } = view
  const hasRows = kind === 'List' || kind === 'Table'
  const isReading = useIsFetching({ queryKey: [queryTasks.id, 'view'] }) > 0
  return (
    <section className="view-bar" aria-label={t.label}>
      <FilterPanel view={view} />
      {(hasRows || kind === 'Board') && <GroupPanel view={view} />}
      {hasRows && <SortPanel view={view} />}
      {hasRows && <ColumnsPanel view={view} />}
      <FilterChips view={view} />
      <span className="view-busy quiet">{isReading && t.reading}</span>
      <SaveView view={view} />
    </section>
  )
}
