import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from '../../root.tsx'
import { type Question, readQuestion } from './question.ts'

/** What is looked for is in the address, so that it can be shared and gone back to. */
export const searchRoute = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: (search: Record<string, unknown>): Question => readQuestion(search),
  component: lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
})
