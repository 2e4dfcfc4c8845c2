import { permitAccount } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type * as contract from './contract.ts'
import { type InvitationRow, presentInvitation } from './presenter.ts'
import { invitationById, withdraw } from './queries.ts'

/**
 * Cancels a pending invitation, with all that was shared with the person meanwhile.
 *
 * @throws {Refused} `not_allowed` for one that was accepted.
 */
export const deleteInvitation: Handler<typeof contract.deleteInvitation> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'invite')
  const before = await invitationById(caller, input.invitationId)
  if (before.status === 'Accepted') throw notAllowed('The invitation is accepted: switch the user off instead')
  if (before.status === 'Cancelled') return { data: [presentInvitation(caller, before)] }

  return change(
    caller,
    async (rows) => {
      const key = { invitation_id: before.invitation_id }
      const [row] = (await rows.update('invitation', may, key, { status: 'Cancelled', resolved_at: new Date() })) as [
        InvitationRow,
      ]
      await withdraw(rows, caller, row)
      await rows.update('account_user', may, { person_id: row.person_id, state: 'invited' }, { state: 'removed' })
      return changed(
        { data: [presentInvitation(caller, row)] },
        { type: 'InvitationCancelled', entityType: 'invitation', entityId: row.invitation_id },
      )
    },
    { locks: 'access' },
  )
}
