import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { requireCategories } from '../timelogs/access.ts'
import type * as contract from './contract.ts'
import { timerChanged } from './events.ts'
import { presentTimer } from './presenter.ts'
import { type ReadTimer, timerOf } from './queries.ts'
import { requireTimer } from './stop.ts'

/**
 * Changes the caller's timer: what is sent, nothing else.
 *
 * @throws {Refused} `resource_not_found` if there is none.
 */
export const updateTimer: Handler<typeof contract.updateTimer> = async ({ caller, input }) => {
  const { running, comment, categoryId } = input
  await requireCategories(caller, categoryId ? [categoryId] : [])
  const may = permitAccount(caller, 'ownTimesheets')
  return change(caller, async (rows, inside) => {
    const before = await requireTimer(inside)
    const wasRunning = before.running_since !== null
    const [after] = await rows.update(
      'timer',
      may,
      { person_id: caller.personId },
      {
        ...(comment === undefined ? {} : { comment }),
        ...(categoryId === undefined ? {} : { category_id: categoryId }),
        ...(running === true && !wasRunning ? { running_since: new Date() } : {}),
        ...(running === false && wasRunning ? { running_since: null, seconds: before.spent } : {}),
        // An update names at least one column.
        task_id: before.task_id,
      },
    )
    const timer = (await timerOf(inside)) as ReadTimer
    return changed({ data: [presentTimer(inside, timer)] }, timerChanged(before, after))
  })
}
