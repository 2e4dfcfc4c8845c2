import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { queryContacts } from '@taskwright/sdk'
import { useEffect, useRef } from 'react'
import { useRead } from '../../data/api.ts'
import { words } from '../../language/words.ts'
import { Empty } from '../../parts/empty.tsx'
import { Fault } from '../../parts/fault.tsx'
import './admin.css'

const t = words('admin', {
  title: 'Administration',
  people: 'People',
  invitations: 'Invitations',
  groups: 'Groups',
  roles: 'Roles',
  workflows: 'Workflows',
  fields: 'Custom fields',
  schedules: 'Work schedules',
  lists: 'Job roles and time',
  audit: 'Audit log',
  plan: 'Plan',
  settings: 'Account',
  reading: 'Reading …',
  closed: 'This part is for the admins of the account.',
  ask: 'They invite people, arrange groups and workflows, and see the plan. Ask one of them if something is missing.',
  home: 'Back to your spaces',
})

const sections = [
  ['/admin/people', 'people'],
  ['/admin/invitations', 'invitations'],
  ['/admin/groups', 'groups'],
  ['/admin/roles', 'roles'],
  ['/admin/workflows', 'workflows'],
  ['/admin/fields', 'fields'],
  ['/admin/schedules', 'schedules'],
  ['/admin/lists', 'lists'],
  ['/admin/audit', 'audit'],
  ['/admin/plan', 'plan'],
  ['/admin/settings', 'settings'],
] as const

/** The ways through administration, and the page that is open. Who is no admin is told so; the server refuses them anyway. */
export function AdminFrame() {
  const { data, error, refetch } = useRead(queryContacts, { me: true })
  const isAdmin = data?.[0]?.profiles[0]?.admin
  const { pathname } = useLocation()
  const ways = useRef<HTMLElement>(null)
  // On a phone the ways lie side by side, and the current one may be out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what it waits for
  useEffect(() => {
    ways.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [pathname, isAdmin])
  if (error) return <Fault error={error} onRetry={refetch} />
  if (isAdmin === undefined) return <p className="quiet admin-wait">{t.reading}</p>
  if (!isAdmin)
    return (
      <div className="page">
        <header>
          <h1>{t.title}</h1>
        </header>
        <Empty icon="lock" title={t.closed}>
          <p>{t.ask}</p>
          <p>
            <Link to="/">{t.home}</Link>
          </p>
        </Empty>
      </div>
    )
  return (
    <div className="admin">
      <nav aria-label={t.title} ref={ways}>
        {sections.map(([to, name]) => (
          <Link key={to} to={to} className="admin-way" activeProps={{ 'aria-current': 'page' }}>
            {t[name]}
          </Link>
        ))}
      </nav>
      <div className="admin-page">
        <Outlet />
      </div>
    </div>
  )
}
