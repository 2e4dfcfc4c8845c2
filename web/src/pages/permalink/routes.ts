import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../../root.tsx'

export const permalinkRoute = createRoute({
  getParentRoute: () => root,
  path: '/open',
  validateSearch: ({ id }: Record<string, unknown>): { id: string } => ({ id: String(id ?? '') }),
  component: lazyRouteComponent(() => import('./permalink-page.tsx'), 'PermalinkPage'),
})
