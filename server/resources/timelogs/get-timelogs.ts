import type { Handler } from '#contract/handler.ts'
import { timelogsByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentTimelog } from './presenter.ts'

/** Reads records of time by id, in the order of the request. */
export const getTimelogs: Handler<typeof contract.getTimelogs> = async ({ caller, input, fields }) => ({
  data: (await timelogsByIds(caller, input.timelogIds)).map((row) =>
    presentTimelog(caller, row, { fields, plainText: input.plainText }),
  ),
})
