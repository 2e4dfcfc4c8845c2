import type { Caller } from '#access/caller.ts'
import { permit } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { requireCategories, timelogComment } from './access.ts'
import { refuseClosed } from './closed.ts'
import type * as contract from './contract.ts'
import { timelogChanged } from './events.ts'
import { presentTimelog } from './presenter.ts'

/**
 * Records time spent on a task, for the caller or, by an account admin, for another user.
 *
 * @throws {Refused} for a task that is hidden or in the bin, `not_allowed` on behalf of others unless one is an admin, and
 * for a day that is closed.
 */
export const createTimelog: Handler<typeof contract.createTimelog> = async ({ caller, input, fields }) => {
  const task = await permit(caller, 'trackTime', { task: input.taskId })
  const personId = await userOf(caller, input.onBehalfOf)
  await requireCategories(caller, input.categoryId === undefined ? [] : [input.categoryId])
  return change(caller, async (rows, inside) => {
    await refuseClosed(rows, inside, { taskId: task.id, personId, days: [input.trackedDate] })
    const row = await rows.insert('timelog', task, {
      task_id: task.id,
      person_id: personId,
      category_id: input.categoryId ?? null,
      hours: input.hours,
      tracked_date: input.trackedDate,
      comment: timelogComment(input.comment, input.plainText),
    })
    return changed(
      { data: [presentTimelog(caller, row, { fields, plainText: input.plainText })] },
      timelogChanged(undefined, row),
    )
  })
}

async function userOf(caller: Caller, onBehalfOf: number | undefined): Promise<number> {
  if (onBehalfOf === undefined || onBehalfOf === caller.personId) return caller.personId
  const [personId] = (await resolvePeople(caller, [{ contact: onBehalfOf }])) as [number]
  if (caller.role !== 'owner' && caller.role !== 'admin')
    throw notAllowed('Only account admins record time on behalf of others')
  return personId
}
