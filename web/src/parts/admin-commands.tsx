import { useNavigate } from '@tanstack/react-router'
import { words } from '../language/words.ts'
import { useCommands } from './commands.ts'
import type { IconName } from './icon.tsx'

const t = words('admin-commands', {
  also: 'administration admin settings',
  people: 'Go to people of the account',
  invitations: 'Go to invitations',
  groups: 'Go to groups',
  workflows: 'Go to workflows',
  fields: 'Go to custom fields',
  schedules: 'Go to work schedules',
  audit: 'Go to the audit log',
  plan: 'Go to the plan',
  settings: 'Go to the account’s settings',
})

const pages = [
  ['people', '/admin/people', 'person'],
  ['invitations', '/admin/invitations', 'inbox'],
  ['groups', '/admin/groups', 'group'],
  ['workflows', '/admin/workflows', 'board'],
  ['fields', '/admin/fields', 'columns'],
  ['schedules', '/admin/schedules', 'calendar'],
  ['audit', '/admin/audit', 'history'],
  ['plan', '/admin/plan', 'settings'],
  ['settings', '/admin/settings', 'settings'],
] as const satisfies readonly (readonly [string, string, IconName])[]

/** The ways to administration, for those who may go there. */
export function AdminCommands() {
  const navigate = useNavigate()
  useCommands(
    pages.map(([name, to, icon]) => ({
      id: `admin-${name}`,
      title: t[name],
      also: t.also,
      icon,
      run: () => void navigate({ to }),
    })),
  )
  return null
}
