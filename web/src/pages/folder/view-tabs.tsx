import { Link } from '@tanstack/react-router'
import type { View } from '../../data/use-view.ts'
import type { ViewKind } from '../../data/view.ts'
import type { ViewSearch } from '../../data/view-address.ts'
import { words } from '../../language/words.ts'
import { Icon } from '../../parts/icon.tsx'
import { kinds } from './kinds.ts'

const t = words('view-tabs', {
  views: 'Views',
  List: 'List',
  Table: 'Table',
  Board: 'Board',
  Gantt: 'Gantt',
  Calendar: 'Calendar',
  shared: 'shared',
  unsaved: 'with changes',
})

export const kindName = (kind: ViewKind): string => t[kind]

/** The kinds of views, then those that people saved. */
export function ViewTabs({ view }: { view: View }) {
  return (
    <nav className="view-tabs" aria-label={t.views}>
      <ul>
        {kinds.map(({ kind, icon }) => (
          <li key={kind}>
            <Tab search={view.searchFor(kind)} isCurrent={!view.saved && view.kind === kind}>
              <Icon name={icon} />
              {t[kind]}
            </Tab>
          </li>
        ))}
        {view.savedViews.map((saved) => (
          <li key={saved.id}>
            <Tab search={view.searchFor(saved)} isCurrent={view.saved?.id === saved.id}>
              <Icon name={kinds.find(({ kind }) => kind === saved.kind)?.icon ?? 'list'} />
              {saved.title}
              {saved.shared && (
                <>
                  <Icon name="group" className="quiet" />
                  <span className="unseen">, {t.shared}</span>
                </>
              )}
              {view.isChanged && view.saved?.id === saved.id && (
                <>
                  <span aria-hidden="true">*</span>
                  <span className="unseen">, {t.unsaved}</span>
                </>
              )}
            </Tab>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface TabProps {
  search: ViewSearch
  isCurrent: boolean
  children: React.ReactNode
}

function Tab({ search, isCurrent, children }: TabProps) {
  return (
    <Link
      to="."
      search={(before: ViewSearch) => ({ ...search, ...(before.task && { task: before.task }) })}
      aria-current={isCurrent ? 'page' : undefined}
      preload={false}
    >
      {children}
    </Link>
  )
}
