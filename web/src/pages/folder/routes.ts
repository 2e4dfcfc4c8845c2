import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../../root.tsx'

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
  component: lazyRouteComponent(() => import('./folder-page.tsx'), 'FolderPage'),
})
