import { permitAccount } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type { PersonRow } from '../contacts/presenter.ts'
import { presentUser, requireChangeable, usersByIds } from './access.ts'
import type * as contract from './contract.ts'
import { handOver, heirOf } from './hand-over.ts'
import { announce, endAccessOf } from './queries.ts'
import { leaveGroups, reachedByNobodyElse, unshare } from './user-work-queries.ts'

/**
 * Removes a user: nothing of the account is reached by the person any more, what it did stays under its name. Somebody may
 * take its place.
 *
 * @throws {Refused} `not_allowed` for the owner, for who is removed already, and without an heir while nobody else reaches
 * something of the user's; `access_forbidden` for oneself; for the heir as {@link heirOf} and {@link handOver} say.
 */
export const deleteUser: Handler<typeof contract.deleteUser> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageUsers')
  const [before] = (await usersByIds(caller, [input.userId])) as [PersonRow]
  requireChangeable(caller, [before])
  const heir = await heirOf(caller, before, input.handOverTo)
  const { person_id } = before

  return change(
    caller,
    async (rows, inside) => {
      const handed = heir === undefined ? [] : await handOver(rows, inside, { from: person_id, to: heir })
      const alone = heir === undefined ? await reachedByNobodyElse(inside, person_id) : 0
      if (alone > 0)
        throw notAllowed(
          `Nobody else reaches ${alone} of the folders and tasks that are shared with the user: name somebody in handOverTo`,
        )
      await unshare(rows, caller.accountId, person_id)
      await leaveGroups(rows, caller.accountId, person_id)
      await rows.update('account_user', may, { person_id }, { state: 'removed' })
      await endAccessOf(rows, caller, [person_id])
      await announce(rows, [person_id])
      const [after] = (await usersByIds(inside, [person_id])) as [PersonRow]
      return changed(
        { data: [presentUser(caller, after, new Set(['metadata']))] },
        {
          type: 'UserRemoved',
          entityType: 'contact',
          entityId: person_id,
          before: { role: before.role, state: before.state },
          after: { state: 'removed', heir: heir ?? null },
        },
        ...handed,
      )
    },
    { locks: 'access' },
  )
}
