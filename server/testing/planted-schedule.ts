import type { Data } from './client.ts'
import type { IdsByType } from './samples.ts'

/** A work schedule and one of each thing that changes days. */
export async function plantSchedule(
  made: (path: string, parameters: Record<string, unknown>) => Promise<Data>,
  userId: string,
  stamp: string,
): Promise<IdsByType> {
  const [workweek, dateRange, capacityMinutes] = [[{ dayOfWeek: 'Mon', isWorkDay: true }], { equal: '2026-03-02' }, 60]
  const days = { fromDate: '2026-03-02', toDate: '2026-03-03' }
  const { id } = await made('/workschedules', { title: `Schedule ${stamp}`, workweek })
  const exclusion = await made(`/workschedules/${id}/workschedule_exclusions`, {
    ...days,
    exclusionType: 'PublicHolidays',
  })
  const change = await made(`/workschedules/${id}/workschedule_capacity_change`, { dateRange, capacityMinutes })
  const leave = await made('/user_schedule_exclusions', { userId, ...days, exclusionType: 'VacationPTO' })
  const own = await made(`/users/${userId}/user_schedule_capacity_change`, { dateRange, capacityMinutes })
  const partial = await made('/user_schedule_partial_exclusion', {
    ...{ userId, dateRange, capacityMinutes },
    exclusionType: 'VacationPTO',
  })
  return {
    WorkSchedule: id,
    WorkScheduleExclusion: exclusion.id,
    WorkScheduleCapacityChange: change.id,
    UserScheduleExclusion: leave.id,
    UserScheduleCapacityChange: own.id,
    UserSchedulePartialExclusion: partial.id,
  }
}
