import { permit } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import type { Handler } from '#contract/handler.ts'
import { placeOf } from '../comments/access.ts'
import type * as contract from './contract.ts'
import { presentApproval } from './presenter.ts'
import { withParts } from './queries.ts'

/**
 * Lists the approvals of one task or folder, newest first.
 *
 * @throws {Refused} if the place doesn't exist, is hidden or is a logical folder.
 */
export const queryApprovalsIn: Handler<typeof contract.queryApprovalsIn> = async ({ caller, input }) => {
  const place = await permit(caller, 'read', placeOf(input))
  const rows = await visible(caller, 'approvals')
    .selectAll('approval')
    .where(place.on === 'task' ? 'approval.task_id' : 'approval.folder_id', '=', place.id)
    .orderBy('approval.approval_id', 'desc')
    .execute()
  return { data: (await withParts(caller, rows)).map((full) => presentApproval(caller, full)) }
}
