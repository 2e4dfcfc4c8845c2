import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createTimelogLockPeriod } from './create-timelog-lock-period.ts'
import { deleteTimelogLockPeriod } from './delete-timelog-lock-period.ts'
import { queryTimelogLockPeriods } from './query-timelog-lock-periods.ts'

export const timelogLockPeriods = bind(contract, {
  queryTimelogLockPeriods,
  createTimelogLockPeriod,
  deleteTimelogLockPeriod,
})
