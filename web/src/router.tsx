import { createRouter } from '@tanstack/react-router'
import { adminRoute } from './pages/admin/routes.ts'
import { allRoute, folderRoute } from './pages/folder/routes.ts'
import { importRoute } from './pages/import/routes.ts'
import { inboxPreferencesRoute, inboxRoute } from './pages/inbox/routes.ts'
import { permalinkRoute } from './pages/permalink/routes.ts'
import { searchRoute } from './pages/search/routes.ts'
import { startRoute } from './pages/start/routes.ts'
import { taskRoute } from './pages/task/routes.ts'
import { Failed } from './parts/not-here.tsx'
import { root } from './root.tsx'

export const router = createRouter({
  routeTree: root.addChildren([
    startRoute,
    searchRoute,
    folderRoute,
    allRoute,
    taskRoute,
    permalinkRoute,
    importRoute,
    inboxRoute,
    inboxPreferencesRoute,
    adminRoute,
  ]),
  basepath: '/work',
  defaultPreload: 'intent',
  defaultErrorComponent: Failed,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
