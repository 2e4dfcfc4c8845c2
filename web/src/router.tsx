import { createRouter } from '@tanstack/react-router'
import { allRoute, folderRoute } from './pages/folder/routes.ts'
import { importRoute } from './pages/import/routes.ts'
import { permalinkRoute } from './pages/permalink/routes.ts'
import { searchRoute } from './pages/search/routes.ts'
import { startRoute } from './pages/start/routes.ts'
import { taskRoute } from './pages/task/routes.ts'
import { root } from './root.tsx'

export const router = createRouter({
  routeTree: root.addChildren([startRoute, searchRoute, folderRoute, allRoute, taskRoute, permalinkRoute, importRoute]),
  basepath: '/work',
  defaultPreload: 'intent',
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
