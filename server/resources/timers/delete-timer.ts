import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type * as contract from './contract.ts'
import { presentTimer } from './presenter.ts'
import { removeTimer, requireTimer } from './stop.ts'

/**
 * Throws the caller's timer away.
 *
 * @throws {Refused} `resource_not_found` if there is none.
 */
export const deleteTimer: Handler<typeof contract.deleteTimer> = async ({ caller }) =>
  change(caller, async (rows, inside) => {
    const timer = await requireTimer(inside)
    return changed({ data: [presentTimer(inside, timer)] }, await removeTimer(rows, inside, timer))
  })
