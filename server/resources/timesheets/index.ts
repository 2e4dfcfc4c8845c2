import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createTimesheet } from './create-timesheet.ts'
import { queryTimesheetSubmissionRules } from './query-timesheet-submission-rules.ts'
import { queryTimesheets } from './query-timesheets.ts'
import { updateTimesheet } from './update-timesheet.ts'
import { updateTimesheetRow } from './update-timesheet-row.ts'
import { updateTimesheetSubmissionRule } from './update-timesheet-submission-rule.ts'

export const timesheets = bind(contract, {
  queryTimesheets,
  createTimesheet,
  updateTimesheet,
  updateTimesheetRow,
  queryTimesheetSubmissionRules,
  updateTimesheetSubmissionRule,
})
