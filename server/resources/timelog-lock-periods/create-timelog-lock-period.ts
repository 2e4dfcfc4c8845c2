import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { permitPlace } from './access.ts'
import type * as contract from './contract.ts'
import { addDays } from './days.ts'
import { timelogLocked } from './events.ts'
import { readPeriod, united } from './period.ts'
import { presentLock } from './presenter.ts'
import { locksOver, lockTime, ownLocks } from './queries.ts'

/**
 * Closes time in a period for all tasks below a folder or space; locks that overlap or follow one another become one.
 *
 * @throws {Refused} `access_forbidden` without the role Full, `not_allowed` for externals and collaborators.
 */
export const createTimelogLockPeriod: Handler<typeof contract.createTimelogLockPeriod> = async ({ caller, input }) => {
  const folder = await permitPlace(caller, 'lockTime', input)
  const period = readPeriod(input.period)

  return change(caller, async (rows, inside) => {
    await lockTime(rows, caller, 'alone')
    const near = { start: addDays(period.start, -1), end: addDays(period.end, 1) }
    const known = await ownLocks(rows, caller, folder.id, near)
    const isNew = !known.some((lock) => lock.start <= period.start && period.end <= lock.end)
    if (isNew) {
      const { start, end } = united(known, period)
      const replaced = known.map((lock) => lock.start)
      if (replaced.length > 0) await rows.delete('timelog_lock', folder, { folder_id: folder.id, start_date: replaced })
      await rows.insert('timelog_lock', folder, { folder_id: folder.id, start_date: start, end_date: end })
    }
    const data = (await locksOver(inside, folder, period)).map((row) => presentLock(caller, row))
    return changedBy({ data }, isNew ? [timelogLocked(folder.id, period)] : [])
  })
}
