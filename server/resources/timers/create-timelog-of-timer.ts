import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { requireCategories } from '../timelogs/access.ts'
import { presentTimelog } from '../timelogs/presenter.ts'
import type * as contract from './contract.ts'
import { requireTimer, stopTimer } from './stop.ts'

/**
 * Stops the caller's timer and records its time; both or neither.
 *
 * @throws {Refused} `resource_not_found` if there is none, and as recording time does.
 */
export const createTimelogOfTimer: Handler<typeof contract.createTimelogOfTimer> = async ({ caller, input }) => {
  await requireCategories(caller, input.categoryId === undefined ? [] : [input.categoryId])
  return change(caller, async (rows, inside) => {
    const { timelog, events } = await stopTimer(rows, inside, await requireTimer(inside), input)
    return changedBy({ data: [presentTimelog(caller, timelog)] }, events)
  })
}
