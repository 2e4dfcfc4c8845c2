import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { permitPlace } from './access.ts'
import type * as contract from './contract.ts'
import { timelogUnlocked } from './events.ts'
import { readPeriod, without } from './period.ts'
import { presentLock } from './presenter.ts'
import { locksOver, lockTime, ownLocks } from './queries.ts'

/**
 * Opens time in a period again. A lock that reaches beyond the period keeps the days outside of it.
 *
 * @throws {Refused} as on creation.
 */
export const deleteTimelogLockPeriod: Handler<typeof contract.deleteTimelogLockPeriod> = async ({ caller, input }) => {
  const folder = await permitPlace(caller, 'lockTime', input)
  const period = readPeriod(input.period)

  return change(caller, async (rows, inside) => {
    await lockTime(rows, caller, 'alone')
    const known = await ownLocks(rows, caller, folder.id, period)
    if (known.length > 0) {
      const starts = known.map((lock) => lock.start)
      await rows.delete('timelog_lock', folder, { folder_id: folder.id, start_date: starts })
      await rows.insertAll(
        'timelog_lock',
        folder,
        without(known, period).map(({ start, end }) => ({ folder_id: folder.id, start_date: start, end_date: end })),
      )
    }
    const data = (await locksOver(inside, folder, period)).map((row) => presentLock(caller, row))
    return changedBy({ data }, known.length > 0 ? [timelogUnlocked(folder.id, period)] : [])
  })
}
