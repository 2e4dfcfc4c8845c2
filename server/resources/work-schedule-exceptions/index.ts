import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createWorkScheduleException } from './create-work-schedule-exception.ts'
import { deleteWorkScheduleException } from './delete-work-schedule-exception.ts'
import { getWorkScheduleException } from './get-work-schedule-exception.ts'
import { queryWorkScheduleExceptions } from './query-work-schedule-exceptions.ts'
import { updateWorkScheduleException } from './update-work-schedule-exception.ts'

export const workScheduleExceptions = bind(contract, {
  queryWorkScheduleExceptions,
  getWorkScheduleException,
  createWorkScheduleException,
  updateWorkScheduleException,
  deleteWorkScheduleException,
})
