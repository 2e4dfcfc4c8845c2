import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { approvalDecisionsReset } from './events.ts'
import { lockApprovalsOfFile } from './queries.ts'

/** Opens the decisions on a file anew when it has a new version: what was approved is not what is there now. */
export async function resetDecisions(
  rows: Rows,
  caller: Caller,
  place: Permit<'attach'>,
  originId: number,
): Promise<EventRecord[]> {
  const events: EventRecord[] = []
  for (const approval of await lockApprovalsOfFile(rows, caller, originId)) {
    const { approval_id } = approval
    const reset = await rows.update(
      'approval_decision',
      place,
      { approval_id, status: ['Approved', 'Rejected'] },
      { status: 'Pending', comment: '', updated_at: new Date() },
    )
    if (reset.length === 0) continue
    await rows.update('approval', place, { approval_id }, { updated_at: new Date(), version: approval.version + 1 })
    events.push(
      approvalDecisionsReset(
        approval,
        reset.map((row) => row.approver_id),
      ),
    )
  }
  return events
}
