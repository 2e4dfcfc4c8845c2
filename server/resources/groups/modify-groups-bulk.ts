import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { groupsByIds, requireApart, requireOwnMembers, requireUsers } from './access.ts'
import type * as contract from './contract.ts'
import { changeMembers } from './modify-group.ts'
import { type GroupRow, presentGroup } from './presenter.ts'
import { announceGroups } from './queries.ts'

/** Changes the members of several groups: all or none. */
export const modifyGroupsBulk: Handler<typeof contract.modifyGroupsBulk> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageGroups')
  const numbers = input.members.map((one) => one.id)
  const groups = await groupsByIds(caller, numbers)
  for (const [at, { addMembers = [], removeMembers = [] }] of input.members.entries()) {
    await requireUsers(caller, [...addMembers, ...removeMembers])
    requireOwnMembers(groups[at] as GroupRow, [...addMembers, ...removeMembers])
    requireApart(addMembers, removeMembers)
  }
  return change(caller, async (rows, inside) => {
    for (const { id, addMembers = [], removeMembers = [] } of input.members)
      await changeMembers(rows, may, id, addMembers, removeMembers)
    await announceGroups(rows, caller.accountId)
    const after = await groupsByIds(inside, [...new Set(numbers)])
    return changedBy(
      { data: after.map((row) => presentGroup(caller, row, new Set(['metadata']))) },
      input.members.map(({ id, addMembers, removeMembers }) => ({
        type: 'GroupChanged',
        entityType: 'group',
        entityId: id,
        after: { added: addMembers, removed: removeMembers },
      })),
    )
  })
}
