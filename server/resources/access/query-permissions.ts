import { permissionsOn } from '#access/permissions.ts'
import { permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { encodeId } from '#ids/encode.ts'
import type * as contract from './contract.ts'
import { placesOf } from './place.ts'
import { roleName } from './presenter.ts'
import { asSpaces } from './spaces.ts'

/**
 * Tells what the caller may do to tasks, folders, projects and spaces: what the writes ask for too.
 *
 * @throws {Refused} for the first that doesn't exist, is hidden or is logical; nothing is told then.
 */
export const queryPermissions: Handler<typeof contract.queryPermissions> = async ({ caller, input }) => {
  const places = placesOf(input)
  await permitAll(caller, 'read', places)
  const told = await permissionsOn(caller, places)
  const type = input.taskIds ? 'Task' : 'Folder'
  const narrowed = input.taskIds ? told : await asSpaces(caller, told)
  return {
    data: narrowed.map(({ id, role, actions }) => ({
      id: encodeId(type, caller.accountId, id),
      role: roleName(role),
      permissions: actions,
    })),
  }
}
