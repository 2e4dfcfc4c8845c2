import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../../root.tsx'

export const taskRoute = createRoute({
  getParentRoute: () => root,
  path: '/task/$taskId',
  component: lazyRouteComponent(() => import('./task-page.tsx'), 'TaskPage'),
})
