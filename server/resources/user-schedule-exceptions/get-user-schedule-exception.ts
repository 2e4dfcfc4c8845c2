import type { Handler } from '#contract/handler.ts'
import { entryById } from '../work-schedules/entries/access.ts'
import type * as contract from './contract/index.ts'
import { presentException } from './presenter.ts'

/** Reads one exception of a person. */
export const getUserScheduleException: Handler<typeof contract.getUserScheduleException> = async ({
  caller,
  input,
}) => ({
  data: [presentException(caller, await entryById(caller, 'user_schedule_exception', input.userScheduleExclusionId))],
})
