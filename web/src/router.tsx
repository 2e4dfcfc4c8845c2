import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Frame } from './parts/frame.tsx'

const root = createRootRoute({
  component: Frame,
  notFoundComponent: () => <p className="empty">There is no such page.</p>,
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/start/start-page.tsx'), 'StartPage'),
})

/** What a list of tasks shows is in the address, so that it can be shared. */
export interface ListSearch {
  /** The task that is open beside the list. */
  task?: string
  /** Completed tasks too. */
  done?: boolean
}

export const folderRoute = createRoute({
  getParentRoute: () => root,
  path: '/folder/$folderId',
  validateSearch: ({ task, done }: Record<string, unknown>): ListSearch => ({
    ...(typeof task === 'string' && { task }),
    ...(done === true && { done }),
  }),
  component: lazyRouteComponent(() => import('./pages/folder/folder-page.tsx'), 'FolderPage'),
})

export const taskRoute = createRoute({
  getParentRoute: () => root,
  path: '/task/$taskId',
  component: lazyRouteComponent(() => import('./pages/task/task-page.tsx'), 'TaskPage'),
})

export const permalinkRoute = createRoute({
  getParentRoute: () => root,
  path: '/open',
  validateSearch: ({ id }: Record<string, unknown>): { id: string } => ({ id: String(id ?? '') }),
  component: lazyRouteComponent(() => import('./pages/permalink/permalink-page.tsx'), 'PermalinkPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([start, folderRoute, taskRoute, permalinkRoute]),
  basepath: '/work',
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
