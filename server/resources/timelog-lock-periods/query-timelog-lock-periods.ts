import type { Handler } from '#contract/handler.ts'
import { permitPlace } from './access.ts'
import type * as contract from './contract.ts'
import { type Period, readPeriod } from './period.ts'
import { presentLock } from './presenter.ts'
import { locksOver } from './queries.ts'

const always = { start: '0001-01-01', end: '9999-12-31' }

/**
 * Lists the locked periods of a task, folder or space, those from above among them.
 *
 * @throws {Refused} for a place that does not exist, is hidden or logical.
 */
export const queryTimelogLockPeriods: Handler<typeof contract.queryTimelogLockPeriods> = async ({ caller, input }) => {
  const place = await permitPlace(caller, 'read', input)
  const period = input.period ? readPeriod(input.period, always) : halfAYearAround(new Date())
  return { data: (await locksOver(caller, place, period)).map((row) => presentLock(caller, row)) }
}

function halfAYearAround(now: Date): Period {
  const moved = (months: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, now.getUTCDate())).toISOString().slice(0, 10)
  return { start: moved(-6), end: moved(6) }
}
