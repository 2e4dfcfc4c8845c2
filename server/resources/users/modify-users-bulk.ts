import { permitAccount } from '#access/permit.ts'
import { required } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { presentUser, requireChangeable, usersByIds } from './access.ts'
import type * as contract from './contract.ts'
import { announce, endAccessOf } from './queries.ts'

/** Switches several users off or on: all or none. */
export const modifyUsersBulk: Handler<typeof contract.modifyUsersBulk> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageUsers')
  if (input.active === undefined) throw required('active')
  const before = await usersByIds(caller, input.userIds)
  requireChangeable(caller, before)
  const state = input.active ? 'active' : 'inactive'

  return change(caller, async (rows, inside) => {
    await rows.update('account_user', may, { person_id: input.userIds }, { state })
    if (state === 'inactive') await endAccessOf(rows, caller, input.userIds)
    await announce(rows, input.userIds)
    const after = await usersByIds(inside, input.userIds)
    return changedBy(
      { data: after.map((row) => presentUser(caller, row, new Set(['metadata']))) },
      before.map((row) => ({
        type: 'UserChanged',
        entityType: 'contact',
        entityId: row.person_id,
        before: { state: row.state },
        after: { state },
      })),
    )
  })
}
