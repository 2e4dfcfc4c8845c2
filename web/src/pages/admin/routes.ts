import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { root } from '../../root.tsx'
import { type AuditSearch, readAuditSearch } from './audit/audit-search.ts'
import { type PeopleSearch, readPeopleSearch } from './people/people-search.ts'

const frame = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('./admin-frame.tsx'), 'AdminFrame'),
})

const start = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/admin/people' })
  },
})

export const peopleRoute = createRoute({
  getParentRoute: () => frame,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): PeopleSearch => readPeopleSearch(search),
  component: lazyRouteComponent(() => import('./people/people-page.tsx'), 'PeoplePage'),
})

export const personRoute = createRoute({
  getParentRoute: () => frame,
  path: '/people/$userId',
  component: lazyRouteComponent(() => import('./people/person-page.tsx'), 'PersonPage'),
})

const invitations = createRoute({
  getParentRoute: () => frame,
  path: '/invitations',
  component: lazyRouteComponent(() => import('./people/invitations-page.tsx'), 'InvitationsPage'),
})

const groups = createRoute({
  getParentRoute: () => frame,
  path: '/groups',
  component: lazyRouteComponent(() => import('./groups/groups-page.tsx'), 'GroupsPage'),
})

export const groupRoute = createRoute({
  getParentRoute: () => frame,
  path: '/groups/$groupId',
  component: lazyRouteComponent(() => import('./groups/group-page.tsx'), 'GroupPage'),
})

const workflows = createRoute({
  getParentRoute: () => frame,
  path: '/workflows',
  component: lazyRouteComponent(() => import('./workflows/workflows-page.tsx'), 'WorkflowsPage'),
})

export const workflowRoute = createRoute({
  getParentRoute: () => frame,
  path: '/workflows/$workflowId',
  component: lazyRouteComponent(() => import('./workflows/workflow-page.tsx'), 'WorkflowPage'),
})

const fields = createRoute({
  getParentRoute: () => frame,
  path: '/fields',
  component: lazyRouteComponent(() => import('./fields/fields-page.tsx'), 'FieldsPage'),
})

const schedules = createRoute({
  getParentRoute: () => frame,
  path: '/schedules',
  component: lazyRouteComponent(() => import('./schedules/schedules-page.tsx'), 'SchedulesPage'),
})

export const scheduleRoute = createRoute({
  getParentRoute: () => frame,
  path: '/schedules/$scheduleId',
  component: lazyRouteComponent(() => import('./schedules/schedule-page.tsx'), 'SchedulePage'),
})

const lists = createRoute({
  getParentRoute: () => frame,
  path: '/lists',
  component: lazyRouteComponent(() => import('./lists/lists-page.tsx'), 'ListsPage'),
})

const roles = createRoute({
  getParentRoute: () => frame,
  path: '/roles',
  component: lazyRouteComponent(() => import('./roles/roles-page.tsx'), 'RolesPage'),
})

export const auditRoute = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>): AuditSearch => readAuditSearch(search),
  component: lazyRouteComponent(() => import('./audit/audit-page.tsx'), 'AuditPage'),
})

const plan = createRoute({
  getParentRoute: () => frame,
  path: '/plan',
  component: lazyRouteComponent(() => import('./plan/plan-page.tsx'), 'PlanPage'),
})

const settings = createRoute({
  getParentRoute: () => frame,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings/settings-page.tsx'), 'SettingsPage'),
})

/** What the admins of an account look after, each below `/admin`. */
export const adminRoute = frame.addChildren([
  start,
  peopleRoute,
  personRoute,
  invitations,
  groups,
  groupRoute,
  workflows,
  workflowRoute,
  fields,
  schedules,
  scheduleRoute,
  lists,
  roles,
  auditRoute,
  plan,
  settings,
])
