import { permitAccount, permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { encodeId } from '#ids/encode.ts'
import { historiesOf, requireWindow } from '../finance/history.ts'
import type * as contract from './contract/index.ts'

/**
 * Reads how the money of tasks has changed, in the order of the request.
 *
 * @throws {Refused} `not_allowed` unless one is an account admin: sums of single tasks would tell what people cost.
 */
export const queryTasksHistory: Handler<typeof contract.queryTasksHistory> = async ({ caller, input, fields }) => {
  const places = input.taskIds.map((task) => ({ task }))
  await permitAll(caller, 'read', places)
  permitAccount(caller, 'manageRates')
  requireWindow(input.updatedDate)
  const histories = await historiesOf(caller, input.taskIds, [...fields], input.updatedDate)
  return {
    data: input.taskIds.map((id) => ({ id: encodeId('Task', caller.accountId, id), ...histories.get(id) })),
  }
}
