import {
  queryWorkScheduleExceptions,
  queryWorkSchedules,
  type WorkSchedule,
  type WorkScheduleException,
} from '@taskwright/sdk'
import { useMemo } from 'react'
import { useRead } from './api.ts'
import { freeDaysOf, type IsFree } from './free-days-of.ts'

/** Saturdays and Sundays, until the account's schedule is read. */
const usual: Pick<WorkSchedule, 'workweek'>['workweek'] = [
  { workDays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'], capacityMinutes: 480 },
]
const none: readonly WorkScheduleException[] = []

/** The days on which the account's default schedule is free: weekends, and holidays unless they are worked. */
export function useFreeDays(): IsFree {
  const schedule = useRead(queryWorkSchedules, {}).data?.[0]
  const exceptions = useRead(
    queryWorkScheduleExceptions,
    { workscheduleId: schedule?.id ?? '' },
    { enabled: schedule !== undefined },
  )
  const workweek = schedule?.workweek ?? usual
  const rules = exceptions.data ?? none
  return useMemo(() => freeDaysOf(workweek, rules), [workweek, rules])
}
