import { permit } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { requireCategories, requireOwn, timelogComment, timelogsByIds } from './access.ts'
import { collectTime, refuseClosed } from './closed.ts'
import type * as contract from './contract.ts'
import { timelogChanged } from './events.ts'
import { presentTimelog, type TimelogRow } from './presenter.ts'

/**
 * Changes a record of time: what is sent, nothing else.
 *
 * @throws {Refused} `access_forbidden` for the record of another user, unless one is an account admin.
 */
export const updateTimelog: Handler<typeof contract.updateTimelog> = async ({ caller, input, fields }) => {
  const [before] = (await timelogsByIds(caller, [input.timelogId])) as [TimelogRow]
  requireOwn(caller, before)
  const task = await permit(caller, 'trackTime', { task: before.task_id })
  await requireCategories(caller, input.categoryId === undefined ? [] : [input.categoryId])
  return change(caller, async (rows, inside) => {
    const days = [before.tracked_date, input.trackedDate ?? before.tracked_date]
    await refuseClosed(rows, inside, { taskId: before.task_id, personId: before.person_id, days })
    const changes = {
      ...(input.comment === undefined ? {} : { comment: timelogComment(input.comment, input.plainText) }),
      ...(input.hours === undefined ? {} : { hours: input.hours }),
      ...(input.trackedDate === undefined ? {} : { tracked_date: input.trackedDate }),
      ...(input.categoryId === undefined ? {} : { category_id: input.categoryId }),
      updated_at: new Date(),
      version: before.version + 1,
    }
    const [row] = (await rows.update('timelog', task, { timelog_id: before.timelog_id }, changes)) as [TimelogRow]
    await collectTime(rows, inside, row)
    return changed(
      { data: [presentTimelog(caller, row, { fields, plainText: input.plainText })] },
      timelogChanged(before, row),
    )
  })
}
