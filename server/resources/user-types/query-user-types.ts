import { accountActionNames, accountActions, actionNames, licensed } from '#access/actions.ts'
import { type UserRole, userTypeNumber } from '#access/roles.ts'
import type { Handler } from '#contract/handler.ts'
import { encodeId } from '#ids/encode.ts'
import type * as contract from './contract.ts'

const types = [
  { of: 'owner', title: 'Owner', description: 'Owns the account; may do everything' },
  { of: 'admin', title: 'Admin', description: 'A regular user who also manages users, groups and workflows' },
  {
    of: 'regular',
    title: 'Regular User',
    description: 'Works with everything that is shared, creates spaces and invites',
  },
  {
    of: 'external',
    title: 'External User',
    description: 'Works with what is shared; sees only people with common items',
  },
  {
    of: 'collaborator',
    title: 'Collaborator',
    description: 'Reads, comments and changes the status of what is shared',
  },
] as const

/** Lists the built-in types of users. */
export const queryUserTypes: Handler<typeof contract.queryUserTypes> = async ({ caller, fields }) => ({
  data: types.map(({ of, title, description }) => ({
    id: encodeId('UserType', caller.accountId, userTypeNumber(of)),
    title,
    description,
    ...(fields.has('permissions') ? { permissions: permissionsOf(of) } : {}),
  })),
})

const permissionsOf = (of: UserRole) => [
  ...actionNames.filter((action) => licensed[action].includes(of)),
  ...accountActionNames.filter((action) => (accountActions[action] as readonly UserRole[]).includes(of)),
]
