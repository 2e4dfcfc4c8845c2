import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../../root.tsx'

export const taskRoute = createRoute({
  getParentRoute: () => root,
  path: '/task/$taskId',
  // A link to one comment shows that one.
  validateSearch: ({ comment }: Record<string, unknown>): { comment?: string } =>
    typeof comment === 'string' ? { comment } : {},
  component: lazyRouteComponent(() => import('./task-page.tsx'), 'TaskPage'),
})
