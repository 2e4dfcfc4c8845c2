import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { personOf, requireCategories } from './access.ts'
import type * as contract from './contract.ts'
import { presentTimelog } from './presenter.ts'
import { recordTime } from './record-time.ts'

/**
 * Records time spent on a task, for the caller or, by an account admin, for another user.
 *
 * @throws {Refused} for a task that is hidden or in the bin, `not_allowed` on behalf of others unless one is an admin, and
 * for a day that is closed.
 */
export const createTimelog: Handler<typeof contract.createTimelog> = async ({ caller, input, fields }) => {
  const task = await permit(caller, 'trackTime', { task: input.taskId })
  const personId = await personOf(caller, input.onBehalfOf)
  await requireCategories(caller, input.categoryId === undefined ? [] : [input.categoryId])
  return change(caller, async (rows, inside) => {
    const { row, event } = await recordTime(rows, inside, task, { ...input, personId })
    return changed({ data: [presentTimelog(caller, row, { fields, plainText: input.plainText })] }, event)
  })
}
