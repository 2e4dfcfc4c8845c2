import type { Examples } from './index.ts'

/** Time that was worked, is planned, or is free. */
export const time: Examples = {
  queryTimelogs: () => ({ trackedDate: { start: '2026-11-01', end: '2026-12-01' }, pageSize: 100 }),
  createTimelog: () => ({ hours: 2.5, trackedDate: '2026-11-24', comment: 'Measured the beds' }),
  updateTimelog: () => ({ hours: 3 }),
  queryTimelogLockPeriods: () => ({ period: { start: '2026-09-01', end: '2026-10-01' } }),
  createTimelogLockPeriod: lockedMonth,
  deleteTimelogLockPeriod: lockedMonth,
  queryTimesheets: () => ({ approvalStatuses: ['Pending'] }),
  createTimesheet: () => ({ periodStartDate: '2026-11-23' }),
  updateTimesheet: () => ({ approvalStatus: 'Pending' }),
  updateTimesheetRow: ({ TimelogCategory }) => ({ categoryId: TimelogCategory }),
  updateTimesheetSubmissionRule: () => ({ enabled: true, ruleType: 'Soft', frequency: 'Week' }),
  queryBookings: () => ({ startDate: '2027-03-01', finishDate: '2027-03-31' }),
  createBooking: ({ Contact }) => ({
    bookingDates: { startDate: '2027-03-01', finishDate: '2027-03-12' },
    responsibleId: Contact,
  }),
  updateBooking: () => ({ bookingDates: { startDate: '2027-03-08', finishDate: '2027-03-19' } }),
  createWorkSchedule: ({ Contact }) => ({
    title: 'Four days a week',
    workweek: ['Mon', 'Tue', 'Wed', 'Thu'].map((dayOfWeek) => ({ dayOfWeek, isWorkDay: true })),
    addUsers: [Contact],
  }),
  updateWorkSchedule: () => ({ capacityMinutes: 450 }),
  duplicateWorkSchedule: () => ({ title: 'Four days a week, in winter' }),
  createWorkScheduleException: () => ({
    fromDate: '2027-12-24',
    toDate: '2027-12-26',
    exclusionType: 'PublicHolidays',
  }),
  updateWorkScheduleException: () => ({ toDate: '2027-12-27' }),
  createWorkScheduleCapacityChange: shorterDays,
  updateWorkScheduleCapacityChange: shorterDays,
  queryUserScheduleExceptions: ({ Contact }) => ({
    dateRange: { start: '2027-01-01', end: '2028-01-01' },
    userIds: [Contact],
  }),
  createUserScheduleException: ({ Contact }) => ({
    userId: Contact,
    fromDate: '2027-08-02',
    toDate: '2027-08-13',
    exclusionType: 'VacationPTO',
  }),
  updateUserScheduleException: () => ({ toDate: '2027-08-20' }),
  queryUserScheduleCapacityChanges: inMarch,
  createUserScheduleCapacityChange: shorterDays,
  updateUserScheduleCapacityChange: shorterDays,
  queryUserSchedulePartialExceptions: inMarch,
  createUserSchedulePartialException: ({ Contact }) => ({
    userId: Contact,
    dateRange: { equal: '2027-04-09' },
    exclusionType: 'VacationPTO',
    capacityMinutes: 240,
  }),
  updateUserSchedulePartialException: () => ({ dateRange: { equal: '2027-04-09' }, capacityMinutes: 180 }),
}

function lockedMonth() {
  return { period: { start: '2026-09-01', end: '2026-09-30' } }
}

function shorterDays() {
  return { dateRange: { start: '2027-07-01', end: '2027-07-31' }, capacityMinutes: 360 }
}

function inMarch({ Contact }: Parameters<Examples[string]>[0]) {
  return { userIds: [Contact], dateRange: { start: '2027-03-01', end: '2027-04-01' } }
}
