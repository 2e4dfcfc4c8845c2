import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../../root.tsx'

export interface ImportSearch {
  /** Where the tasks go. */
  folder?: string
  /** An import that is under way or done: it can be looked at again, and undone. */
  done?: string
}

export const importRoute = createRoute({
  getParentRoute: () => root,
  path: '/import',
  validateSearch: ({ folder, done }: Record<string, unknown>): ImportSearch => ({
    ...(typeof folder === 'string' && { folder }),
    ...(typeof done === 'string' && { done }),
  }),
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
})
