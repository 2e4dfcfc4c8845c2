import type { Handler } from '#contract/handler.ts'
import { spaceById } from './access.ts'
import type * as contract from './contract.ts'
import { permitSpace } from './permit-space.ts'
import { presentSpace } from './presenter.ts'

/**
 * Reads one space; one in the recycle bin too.
 *
 * @throws {Refused} `resource_not_found` for a folder that is no space, `access_forbidden` for a hidden one.
 */
export const getSpace: Handler<typeof contract.getSpace> = async ({ caller, input, fields }) => {
  await permitSpace(caller, 'read', input.spaceId)
  return { data: [presentSpace(caller, await spaceById(caller, input.spaceId), { ...input, fields })] }
}
