import {
  arrayOf,
  boolean,
  dateText,
  idText,
  idTexts,
  optional as member,
  model,
  number,
  oneOfText,
} from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { date, dayRange, flag, id, ids, listOf, oneOf, optional } from '#contract/parameters.ts'

export const approvalStatuses = ['NotSubmitted', 'Pending', 'Approved', 'Rejected'] as const
const timeframes = ['Weekly', 'Monthly'] as const
const ruleTypes = ['Hard', 'Soft'] as const
const frequencies = ['Day', 'Week', 'Month'] as const
const exceptionModes = ['TotalCapacity', 'ActualCapacity'] as const

const TimesheetEntry = model('TimesheetEntry', { date: dateText(), hours: number(), timelogIds: idTexts('Timelog') })

const TimesheetWeek = model('TimesheetWeek', {
  weekStartDate: dateText(),
  hours: number(),
  entries: arrayOf(TimesheetEntry),
})

export const TimesheetRow = model('TimesheetRow', {
  rowId: idText('TimesheetRow'),
  taskId: idText('Task'),
  categoryId: member(idText('TimelogCategory')),
  type: oneOfText(['Task']),
  parentIds: idTexts('Folder'),
  weeklyEntries: arrayOf(TimesheetWeek),
})

export const Timesheet = model('Timesheet', {
  timesheetId: idText('Timesheet'),
  accountId: idText('Account'),
  userId: idText('Contact'),
  periodStartDate: dateText(),
  periodEndDate: dateText(),
  timeframe: oneOfText(timeframes),
  approval: model('TimesheetApproval', { status: oneOfText(approvalStatuses) }),
  rows: arrayOf(TimesheetRow),
})

export const TimesheetSubmissionRule = model('TimesheetSubmissionRule', {
  workScheduleId: idText('WorkSchedule'),
  enabled: boolean(),
  ruleType: oneOfText(ruleTypes),
  frequency: oneOfText(frequencies),
  trackExceptionsMode: oneOfText(exceptionModes),
})

export const queryTimesheets = operation({
  id: 'queryTimesheets',
  method: 'GET',
  paths: ['/timesheets'],
  summary: 'Timesheets of the caller; of everybody for account admins',
  description: 'By the first day of their period, the earliest first.',
  scopes: readScopes,
  kinds: { timesheet: Timesheet },
  parameters: {
    periodStartDate: optional(dayRange()),
    userIds: optional(ids('Contact')),
    approvalStatuses: optional(listOf(oneOf(approvalStatuses))),
    timeframes: optional(listOf(oneOf(timeframes))),
  },
})

export const createTimesheet = operation({
  id: 'createTimesheet',
  method: 'POST',
  paths: ['/timesheets'],
  summary: 'Opens the timesheet of a week or a month',
  description: 'It collects the time of its period. One that is there already is answered, with rows for the tasks.',
  scopes: writeScopes,
  feature: 'timeTracking',
  kinds: { timesheet: Timesheet },
  parameters: {
    periodStartDate: date({ description: 'Any day of the period' }),
    userId: optional(id('Contact', { description: 'Whose time; of others for account admins only' })),
    taskIds: optional(ids('Task', { maxItems: 100, description: 'A row is made for each' })),
    timeframe: optional(oneOf(timeframes, { default: 'Weekly' })),
  },
})

export const updateTimesheet = operation({
  id: 'updateTimesheet',
  method: 'PUT',
  paths: ['/timesheets/{timesheetId}'],
  summary: 'Submits, approves or rejects a timesheet',
  description: 'Its time cannot be changed while it is Pending or Approved.',
  scopes: writeScopes,
  feature: 'timeTracking',
  kinds: { timesheet: Timesheet },
  parameters: { timesheetId: id('Timesheet'), approvalStatus: oneOf(approvalStatuses) },
})

export const updateTimesheetRow = operation({
  id: 'updateTimesheetRow',
  method: 'PUT',
  paths: ['/timesheet_rows/{timesheetRowId}'],
  summary: 'Gives the time of a row another category',
  description: 'A row of the same task and category becomes part of it.',
  scopes: writeScopes,
  feature: 'timeTracking',
  kinds: { timesheetRow: TimesheetRow },
  parameters: { timesheetRowId: id('TimesheetRow'), categoryId: id('TimelogCategory') },
})

export const queryTimesheetSubmissionRules = operation({
  id: 'queryTimesheetSubmissionRules',
  method: 'GET',
  paths: ['/timesheet_submission_rules', '/workschedules/{workscheduleId}/timesheet_submission_rules'],
  summary: 'What a timesheet has to hold before it is submitted',
  description: 'One rule for each work schedule.',
  scopes: readScopes,
  kinds: { timesheetSubmissionRules: TimesheetSubmissionRule },
  parameters: { workscheduleId: optional(id('WorkSchedule')) },
})

export const updateTimesheetSubmissionRule = operation({
  id: 'updateTimesheetSubmissionRule',
  method: 'PUT',
  paths: ['/workschedules/{workscheduleId}/timesheet_submission_rules'],
  summary: 'Changes the rule of a work schedule',
  description: 'A hard rule refuses timesheets with less time than the capacity of each day, week or month.',
  scopes: writeScopes,
  feature: 'timeTracking',
  kinds: { timesheetSubmissionRules: TimesheetSubmissionRule },
  parameters: {
    workscheduleId: id('WorkSchedule'),
    enabled: optional(flag()),
    ruleType: optional(oneOf(ruleTypes)),
    frequency: optional(oneOf(frequencies)),
    trackExceptionsMode: optional(
      oneOf(exceptionModes, { description: 'ActualCapacity: without time off, holidays and the like' }),
    ),
  },
})
