import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { requireOwn, timelogsByIds } from './access.ts'
import { refuseClosed } from './closed.ts'
import type * as contract from './contract.ts'
import { timelogChanged } from './events.ts'
import type { TimelogRow } from './presenter.ts'

/** Deletes a record of time for good: one's own, or as an account admin any that one sees. */
export const deleteTimelog: Handler<typeof contract.deleteTimelog> = async ({ caller, input }) => {
  const [before] = (await timelogsByIds(caller, [input.timelogId])) as [TimelogRow]
  requireOwn(caller, before)
  const task = await permit(caller, 'trackTime', { task: before.task_id })
  return change(caller, async (rows, inside) => {
    const days = [before.tracked_date]
    await refuseClosed(rows, inside, { taskId: before.task_id, personId: before.person_id, days })
    await rows.delete('timelog', task, { timelog_id: before.timelog_id })
    return changed({ data: [] }, timelogChanged(before, undefined))
  })
}
