import { permitAccount } from '#access/permit.ts'
import { sendInvitation } from '#console/invitations.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import type * as contract from './contract.ts'
import { changedRole } from './invited-role.ts'
import { type InvitationRow, presentInvitation } from './presenter.ts'
import { invitationById } from './queries.ts'

/**
 * Changes what an invited person will be, or sends the mail again.
 *
 * @throws {Refused} `not_allowed` for an invitation that is no longer pending.
 */
export const updateInvitation: Handler<typeof contract.updateInvitation> = async ({ caller, input, services }) => {
  const may = permitAccount(caller, 'invite')
  const before = await invitationById(caller, input.invitationId)
  const role = changedRole(caller, before.role, input)
  if (before.status !== 'Pending')
    throw notAllowed(`The invitation is ${before.status.toLowerCase()}: only pending ones can be changed`)

  const after = await change(caller, async (rows) => {
    if (role === before.role) return changedBy(before, [])
    // Whoever has accepted meanwhile is a user, whose type others change.
    const invited = await rows.update('account_user', may, { person_id: before.person_id, state: 'invited' }, { role })
    if (invited.length === 0) throw notAllowed('The invitation is accepted: only pending ones can be changed')
    const [row] = (await rows.update('invitation', may, { invitation_id: before.invitation_id }, { role })) as [
      InvitationRow,
    ]
    return changedBy(row, [
      {
        type: 'InvitationChanged',
        entityType: 'invitation',
        entityId: row.invitation_id,
        before: { role: before.role },
        after: { role },
      },
    ])
  })
  if (input.resend) await sendInvitation(services, { accountId: caller.accountId, invitationId: after.invitation_id })
  return { data: [presentInvitation(caller, after)] }
}
