import type { Caller } from '#access/caller.ts'
import { permitAccount } from '#access/permit.ts'
import { roleOfUserType, type UserRole } from '#access/roles.ts'
import { invalidParameter, invalidValue, notAllowed, notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { change, changed } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { encodeAccountId } from '#ids/encode.ts'
import { idAsSent } from '#ids/foreign.ts'
import type { PersonRow } from '../contacts/presenter.ts'
import { presentUser, requireChangeable, usersByIds } from './access.ts'
import type * as contract from './contract.ts'
import { handOver, heirOf } from './hand-over.ts'
import { announce, endAccessOf, placeInDefaultGroup } from './queries.ts'

const metadata = new Set(['metadata'])

/**
 * Changes the type of a user, or switches it off and on. Switching off ends all its tokens at once, and somebody may take its
 * place.
 *
 * @throws {Refused} `invalid_parameter` unless exactly one of profile, userTypeId and active is sent, `not_allowed` for the
 * owner, `access_forbidden` for oneself; for the heir as {@link heirOf} and {@link handOver} say.
 */
export const modifyUser: Handler<typeof contract.modifyUser> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageUsers')
  const [before] = (await usersByIds(caller, [input.userId])) as [PersonRow]
  if ([input.profile, input.userTypeId, input.active].filter((value) => value !== undefined).length !== 1) {
    throw invalidParameter('Send exactly one of profile, userTypeId and active')
  }
  const role = wantedRole(caller, input, before)
  requireChangeable(caller, [before])
  const state = input.active === undefined ? before.state : input.active ? 'active' : 'inactive'
  if (input.handOverTo !== undefined && input.active !== false)
    throw invalidValue('handOverTo', 'nothing, unless active is false')
  const heir = await heirOf(caller, before, input.handOverTo)

  const work = async (rows: Rows, inside: Caller) => {
    await rows.update('account_user', may, { person_id: before.person_id }, { role, state })
    if (role !== before.role) await placeInDefaultGroup(rows, caller.accountId, before.person_id, role)
    if (state === 'inactive') await endAccessOf(rows, caller, [before.person_id])
    const handed = heir === undefined ? [] : await handOver(rows, inside, { from: before.person_id, to: heir })
    await announce(rows, [before.person_id])
    const [after] = (await usersByIds(inside, [before.person_id])) as [PersonRow]
    return changed(
      { data: [presentUser(caller, after, metadata)] },
      {
        type: 'UserChanged',
        entityType: 'contact',
        entityId: before.person_id,
        before: { role: before.role, state: before.state },
        after: { role, state },
      },
      ...handed,
    )
  }
  return change(caller, work, heir === undefined ? {} : { locks: 'access' })
}

function wantedRole(caller: Caller, input: Input<typeof contract.modifyUser>, before: PersonRow): UserRole {
  if (input.userTypeId !== undefined) {
    const role = roleOfUserType(input.userTypeId)
    if (!role) throw notFound('User type', idAsSent(caller.accountId, 'UserType', input.userTypeId))
    if (role === 'owner') throw notAllowed('An account has one owner; ownership is not passed on by the API')
    return role
  }
  if (!input.profile) return before.role
  if (input.profile.accountId !== caller.accountId) throw notFound('Account', encodeAccountId(input.profile.accountId))
  if (input.profile.role === 'Collaborator') {
    if (input.profile.external)
      throw invalidParameter("Parameter 'profile' value is invalid: external goes with the role User")
    return 'collaborator'
  }
  if (input.profile.external) return 'external'
  return before.role === 'admin' ? 'admin' : 'regular'
}
