import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readSearch, type ViewSearch } from '../../data/view-address.ts'
import { root } from '../../root.tsx'

/** What a view shows is in its address, so that it can be shared. */
export const folderRoute = createRoute({
  getParentRoute: () => root,
  path: '/folder/$folderId',
  validateSearch: (search: Record<string, unknown>): ViewSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./folder-page.tsx'), 'FolderPage'),
})

/** Everything that the person sees, and saved filters that belong to no place. */
export const allRoute = createRoute({
  getParentRoute: () => root,
  path: '/all',
  validateSearch: (search: Record<string, unknown>): ViewSearch => readSearch(search),
  component: lazyRouteComponent(() => import('./all-page.tsx'), 'AllPage'),
})
