import { permitAccount } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { groupById } from './access.ts'
import type * as contract from './contract.ts'
import { presentGroup } from './presenter.ts'
import { announceGroups, unshareGroup } from './queries.ts'

/**
 * Deletes a group; its members lose what they reached through it alone. With `test` nothing is changed.
 *
 * @throws {Refused} `not_allowed` for the default group.
 */
export const deleteGroup: Handler<typeof contract.deleteGroup> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageGroups')
  const before = await groupById(caller, input.groupId)
  if (before.is_default) throw notAllowed('The default group of the account cannot be deleted')
  const answer = { data: [presentGroup(caller, before)] }
  if (input.test) return answer

  return change(
    caller,
    async (rows) => {
      await unshareGroup(rows, caller.accountId, before.group_id)
      await rows.delete('user_group', may, { group_id: before.group_id })
      await announceGroups(rows, caller.accountId)
      return changed(answer, {
        type: 'GroupDeleted',
        entityType: 'group',
        entityId: before.group_id,
        before: { title: before.title },
      })
    },
    { locks: 'access' },
  )
}
