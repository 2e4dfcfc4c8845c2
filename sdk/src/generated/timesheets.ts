// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface Timesheet {
  timesheetId: string
  accountId: string
  userId: string
  periodStartDate: string
  periodEndDate: string
  timeframe: 'Weekly' | 'Monthly'
  approval: TimesheetApproval
  rows: TimesheetRow[]
}

export interface TimesheetApproval {
  status: 'NotSubmitted' | 'Pending' | 'Approved' | 'Rejected'
}

export interface TimesheetRow {
  rowId: string
  taskId: string
  categoryId?: string
  type: 'Task'
  parentIds: string[]
  weeklyEntries: TimesheetWeek[]
}

export interface TimesheetWeek {
  weekStartDate: string
  hours: number
  entries: TimesheetEntry[]
}

export interface TimesheetEntry {
  date: string
  hours: number
  timelogIds: string[]
}

export interface TimesheetSubmissionRule {
  workScheduleId: string
  enabled: boolean
  ruleType: 'Hard' | 'Soft'
  frequency: 'Day' | 'Week' | 'Month'
  trackExceptionsMode: 'TotalCapacity' | 'ActualCapacity'
}

/** What {@link queryTimesheets} takes. */
export interface QueryTimesheetsInput {
  periodStartDate?: {
    start?: string
    equal?: string
    end?: string
  }
  userIds?: string[]
  approvalStatuses?: ('NotSubmitted' | 'Pending' | 'Approved' | 'Rejected')[]
  timeframes?: ('Weekly' | 'Monthly')[]
}

/** Timesheets of the caller; of everybody for account admins. By the first day of their period, the earliest first. */
export const queryTimesheets = /* @__PURE__ */ operation<QueryTimesheetsInput, Timesheet>({
  id: 'queryTimesheets',
  method: 'GET',
  paths: ['/timesheets'],
})

/** What {@link createTimesheet} takes. */
export interface CreateTimesheetInput {
  /** Any day of the period */
  periodStartDate: string
  /** Whose time; of others for account admins only */
  userId?: string
  /** A row is made for each */
  taskIds?: string[]
  timeframe?: 'Weekly' | 'Monthly'
}

/** Opens the timesheet of a week or a month. It collects the time of its period. One that is there already is answered, with rows for the tasks. */
export const createTimesheet = /* @__PURE__ */ operation<CreateTimesheetInput, Timesheet>({
  id: 'createTimesheet',
  method: 'POST',
  paths: ['/timesheets'],
})

/** What {@link updateTimesheet} takes. */
export interface UpdateTimesheetInput {
  timesheetId: string
  approvalStatus: 'NotSubmitted' | 'Pending' | 'Approved' | 'Rejected'
}

/** Submits, approves or rejects a timesheet. Its time cannot be changed while it is Pending or Approved. */
export const updateTimesheet = /* @__PURE__ */ operation<UpdateTimesheetInput, Timesheet>({
  id: 'updateTimesheet',
  method: 'PUT',
  paths: ['/timesheets/{timesheetId}'],
})

/** What {@link updateTimesheetRow} takes. */
export interface UpdateTimesheetRowInput {
  timesheetRowId: string
  categoryId: string
}

/** Gives the time of a row another category. A row of the same task and category becomes part of it. */
export const updateTimesheetRow = /* @__PURE__ */ operation<UpdateTimesheetRowInput, TimesheetRow>({
  id: 'updateTimesheetRow',
  method: 'PUT',
  paths: ['/timesheet_rows/{timesheetRowId}'],
})

/** What {@link queryTimesheetSubmissionRules} takes. */
export interface QueryTimesheetSubmissionRulesInput {
  workscheduleId?: string
}

/** What a timesheet has to hold before it is submitted. One rule for each work schedule. */
export const queryTimesheetSubmissionRules = /* @__PURE__ */ operation<QueryTimesheetSubmissionRulesInput, TimesheetSubmissionRule>({
  id: 'queryTimesheetSubmissionRules',
  method: 'GET',
  paths: ['/timesheet_submission_rules', '/workschedules/{workscheduleId}/timesheet_submission_rules'],
})

/** What {@link updateTimesheetSubmissionRule} takes. */
export interface UpdateTimesheetSubmissionRuleInput {
  workscheduleId: string
  enabled?: boolean
  ruleType?: 'Hard' | 'Soft'
  frequency?: 'Day' | 'Week' | 'Month'
  /** ActualCapacity: without time off, holidays and the like */
  trackExceptionsMode?: 'TotalCapacity' | 'ActualCapacity'
}

/** Changes the rule of a work schedule. A hard rule refuses timesheets with less time than the capacity of each day, week or month. */
export const updateTimesheetSubmissionRule = /* @__PURE__ */ operation<UpdateTimesheetSubmissionRuleInput, TimesheetSubmissionRule>({
  id: 'updateTimesheetSubmissionRule',
  method: 'PUT',
  paths: ['/workschedules/{workscheduleId}/timesheet_submission_rules'],
})
