import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { NotificationKind } from '@taskwright/sdk'
import { root } from '../../root.tsx'
import { kinds } from './kinds.ts'

export const shown = ['unread', 'archived'] as const

/** What the inbox shows is in its address: which notifications, and the task that is open beside. */
export interface InboxSearch {
  show?: (typeof shown)[number]
  /** The kind that they are about. */
  about?: NotificationKind
  open?: string
}

const one = <V extends string>(values: readonly V[], value: unknown): V | undefined =>
  values.find((known) => known === value)

export const inboxRoute = createRoute({
  getParentRoute: () => root,
  path: '/inbox',
  validateSearch: ({ show, about, open }: Record<string, unknown>): InboxSearch => {
    const [readShow, readAbout] = [one(shown, show), one(kinds, about)]
    return {
      ...(readShow && { show: readShow }),
      ...(readAbout && { about: readAbout }),
      ...(typeof open === 'string' && { open }),
    }
  },
  component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxPage'),
})

export const inboxPreferencesRoute = createRoute({
  getParentRoute: () => root,
  path: '/inbox/preferences',
  component: lazyRouteComponent(() => import('./preferences-page.tsx'), 'PreferencesPage'),
})
