import type { Handler } from '#contract/handler.ts'
import { entryById } from '../work-schedules/entries/access.ts'
import type * as contract from './contract.ts'
import { presentScheduleException } from './presenter.ts'

/** Reads one exception of a schedule. */
export const getWorkScheduleException: Handler<typeof contract.getWorkScheduleException> = async ({
  caller,
  input,
}) => ({
  data: [
    presentScheduleException(caller, await entryById(caller, 'work_schedule_exception', input.workscheduleExclusionId)),
  ],
})
