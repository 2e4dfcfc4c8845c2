import { actionNames, actions } from '#access/actions.ts'
import { accessRoleNumber, role } from '#access/roles.ts'
import type { Handler } from '#contract/handler.ts'
import { encodeId } from '#ids/encode.ts'
import type * as contract from './contract.ts'

const roles = [
  { of: role.full, title: 'Full', description: 'May do everything, share and delete included' },
  { of: role.editor, title: 'Editor', description: 'May create and change, but neither share nor delete' },
  { of: role.limited, title: 'Limited', description: 'May comment, track time and change the status of tasks' },
  { of: role.readOnly, title: 'Read Only', description: 'May look' },
] as const

/** Lists the built-in roles, the one that may most first. */
export const queryAccessRoles: Handler<typeof contract.queryAccessRoles> = async ({ caller, fields }) => ({
  data: roles.map(({ of, title, description }) => ({
    id: encodeId('AccessRole', caller.accountId, accessRoleNumber(of)),
    title,
    description,
    ...(fields.has('permissions') ? { permissions: actionNames.filter((action) => of >= actions[action]) } : {}),
  })),
})
