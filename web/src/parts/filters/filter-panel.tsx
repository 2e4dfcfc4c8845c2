import type { ViewFilters } from '@taskwright/sdk'
import { useId } from 'react'
import { Button, Dialog, DialogTrigger } from 'react-aria-components'
import type { View } from '../../data/use-view.ts'
import { Icon } from '../icon.tsx'
import { Over } from '../over.tsx'
import { chipsOf } from './chips-of.ts'
import { DaysFilter } from './days-filter.tsx'
import { FieldFilters } from './field-filters.tsx'
import { filterWords as t } from './filter-words.ts'
import './filters.css'
import { Checks } from './parts.tsx'
import { PeopleFilter } from './people-filter.tsx'
import { StatusFilter } from './status-filter.tsx'
import { TitleFilter } from './title-filter.tsx'
import { TypeFilter } from './type-filter.tsx'

/** Which tasks of a place are shown. Each choice counts at once. */
export function FilterPanel({ view }: { view: View }) {
  const { filters, descendants, subTasks } = view.settings
  const { facts, set } = view
  const titleId = useId()
  const change = (changes: { [Name in keyof ViewFilters]?: ViewFilters[Name] | undefined }) => {
    set((now) => {
      const next = Object.entries({ ...now.filters, ...changes }).filter(([, value]) => value !== undefined)
      return { filters: Object.fromEntries(next) }
    })
  }
  const count = chipsOf(filters, facts).length
  return (
    <DialogTrigger>
      <Button className="secondary small filter-button">
        <Icon name="filter" /> {t.filter}
        {count > 0 && <span className="badge">{count}</span>}
      </Button>
      <Over className="popover filter-panel" placement="bottom start">
        <Dialog aria-labelledby={titleId}>
          {({ close }) => (
            <>
              <header>
                <h2 id={titleId}>{t.filters}</h2>
                <button type="button" className="link" disabled={count === 0} onClick={() => set({ filters: {} })}>
                  {t.clear}
                </button>
              </header>
              <div className="filter-rows">
                <TitleFilter title={filters.title} onChange={(title) => change({ title })} />
                <Checks
                  legend={t.statusGroups}
                  values={['Active', 'Completed', 'Deferred', 'Cancelled']}
                  chosen={filters.statusGroups}
                  onChange={(statusGroups) => change({ statusGroups })}
                />
                <StatusFilter
                  chosen={filters.customStatuses}
                  facts={facts}
                  onChange={(customStatuses) => change({ customStatuses })}
                />
                <PeopleFilter
                  label={t.assignees}
                  chosen={filters.assignees}
                  facts={facts}
                  hasNobody
                  onChange={(assignees) => change({ assignees })}
                />
                <PeopleFilter
                  label={t.authors}
                  chosen={filters.authors}
                  facts={facts}
                  onChange={(authors) => change({ authors })}
                />
                <DaysFilter label={t.dueDate} days={filters.dueDate} onChange={(dueDate) => change({ dueDate })} />
                <DaysFilter
                  label={t.startDate}
                  days={filters.startDate}
                  onChange={(startDate) => change({ startDate })}
                />
                <Checks
                  legend={t.importances}
                  values={['High', 'Normal', 'Low']}
                  chosen={filters.importances}
                  onChange={(importances) => change({ importances })}
                />
                <Checks
                  legend={t.dateTypes}
                  values={['Planned', 'Milestone', 'Backlog']}
                  chosen={filters.dateTypes}
                  onChange={(dateTypes) => change({ dateTypes })}
                />
                <DaysFilter
                  label={t.createdDate}
                  days={filters.createdDate}
                  isPastOnly
                  onChange={(createdDate) => change({ createdDate })}
                />
                <DaysFilter
                  label={t.updatedDate}
                  days={filters.updatedDate}
                  isPastOnly
                  onChange={(updatedDate) => change({ updatedDate })}
                />
                <DaysFilter
                  label={t.completedDate}
                  days={filters.completedDate}
                  isPastOnly
                  onChange={(completedDate) => change({ completedDate })}
                />
                <TypeFilter
                  chosen={filters.customItemTypes}
                  facts={facts}
                  onChange={(customItemTypes) => change({ customItemTypes })}
                />
                <FieldFilters
                  filters={filters.customFields}
                  facts={facts}
                  onChange={(customFields) => change({ customFields })}
                />
                <div className="filter-wide">
                  {view.place !== 'all' && (
                    <label className="choice">
                      <input
                        type="checkbox"
                        checked={descendants}
                        onChange={({ target }) => set({ descendants: target.checked })}
                      />
                      <span>{t.below}</span>
                    </label>
                  )}
                  <label className="choice">
                    <input
                      type="checkbox"
                      checked={subTasks}
                      onChange={({ target }) => set({ subTasks: target.checked })}
                    />
                    <span>{t.subTasks}</span>
                  </label>
                </div>
              </div>
              <button type="button" className="small" onClick={close}>
                {t.done}
              </button>
            </>
          )}
        </Dialog>
      </Over>
    </DialogTrigger>
  )
}
