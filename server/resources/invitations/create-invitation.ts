import { permitAccount } from '#access/permit.ts'
import { sendInvitation } from '#console/invitations.ts'
import { invalidParameter, notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { features, planHas } from '#contract/plans.ts'
import { change, changed } from '#events/change.ts'
import type * as contract from './contract.ts'
import { invitedRole } from './invited-role.ts'
import { presentInvitation } from './presenter.ts'
import { personToInvite } from './queries.ts'

/**
 * Invites somebody: a mail with a link goes out once the invitation is written. Things may be shared with and assigned to
 * the invitation at once.
 *
 * @throws {Refused} `not_allowed` for externals and collaborators, and for subject and message on a plan without them;
 * `invalid_parameter` for somebody who is a user of the account, or invited, already.
 */
export const createInvitation: Handler<typeof contract.createInvitation> = async ({ caller, input, services }) => {
  const may = permitAccount(caller, 'invite')
  if ((input.subject !== undefined || input.message !== undefined) && !planHas(caller.plan, 'invitationText')) {
    throw notAllowed(`${features.invitationText.says}: not part of the plan ${caller.plan}`)
  }
  const role = invitedRole(caller, input) ?? 'regular'

  const invitation = await change(caller, async (rows) => {
    const { personId, state } = await personToInvite(rows, caller, {
      email: input.email,
      ...(input.firstName === undefined ? {} : { firstName: input.firstName }),
      ...(input.lastName === undefined ? {} : { lastName: input.lastName }),
    })
    if (state === 'invited')
      throw invalidParameter(
        "Parameter 'email' value is invalid: this person is invited already; send the invitation again with resend",
      )
    if (state === 'active' || state === 'inactive')
      throw invalidParameter("Parameter 'email' value is invalid: this person is a user of the account already")
    if (state === undefined) await rows.insert('account_user', may, { person_id: personId, role, state: 'invited' })
    else await rows.update('account_user', may, { person_id: personId }, { role, state: 'invited' })
    const row = await rows.insert('invitation', may, {
      person_id: personId,
      email: input.email.toLowerCase(),
      first_name: input.firstName ?? null,
      last_name: input.lastName ?? null,
      role,
      inviter_id: caller.personId,
      subject: input.subject ?? null,
      message: input.message ?? null,
    })
    return changed(row, {
      type: 'InvitationCreated',
      entityType: 'invitation',
      entityId: row.invitation_id,
      after: { email: row.email, role },
    })
  })
  await sendInvitation(services, { accountId: caller.accountId, invitationId: invitation.invitation_id })
  return { data: [presentInvitation(caller, invitation)] }
}
