import type { Handler } from '#contract/handler.ts'
import { timelogMoney } from '../finance/timelog-queries.ts'
import { timelogsByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentTimelog } from './presenter.ts'
import { statesOf } from './state.ts'

/** Reads records of time by id, in the order of the request. */
export const getTimelogs: Handler<typeof contract.getTimelogs> = async ({ caller, input, fields }) => {
  const rows = await timelogsByIds(caller, input.timelogIds)
  const states = await statesOf(caller, rows, fields)
  const finance = await timelogMoney(caller, fields, rows)
  return {
    data: rows.map((row) => presentTimelog(caller, row, { fields, plainText: input.plainText, states, finance })),
  }
}
