import { type ComponentType, lazy } from 'react'
import type { View } from '../../data/use-view.ts'
import type { ViewKind } from '../../data/view.ts'
import type { IconName } from '../../parts/icon.tsx'

/** A kind of view: the tasks of a place, drawn in a way of its own. Its code comes when it is opened. */
export interface Kind {
  kind: ViewKind
  icon: IconName
  Page: ComponentType<{ view: View }>
}

/** In the order of their tabs. */
export const kinds: readonly Kind[] = [
  {
    kind: 'List',
    icon: 'list',
    Page: lazy(async () => ({ default: (await import('./list/list-view.tsx')).ListView })),
  },
  {
    kind: 'Table',
    icon: 'table',
    Page: lazy(async () => ({ default: (await import('./table/table-view.tsx')).TableView })),
  },
  {
    kind: 'Board',
    icon: 'board',
    Page: lazy(async () => ({ default: (await import('./board/board-view.tsx')).BoardView })),
  },
  {
    kind: 'Gantt',
    icon: 'gantt',
    Page: lazy(async () => ({ default: (await import('./gantt/gantt-view.tsx')).GanttView })),
  },
  {
    kind: 'Calendar',
    icon: 'calendar',
    Page: lazy(async () => ({ default: (await import('./calendar/calendar-view.tsx')).CalendarView })),
  },
]
