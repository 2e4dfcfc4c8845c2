import type { Handler } from '#contract/handler.ts'
import { cascadesOf } from '../cascading-fields/presenter.ts'
import { byIdWishes, tasksByIds } from './access.ts'
import type * as contract from './contract/index.ts'
import { financeOf } from './finance.ts'
import { presentTask } from './presenter.ts'

/** Reads tasks by id, in the order of the request; those in the recycle bin too. */
export const getTasksByIds: Handler<typeof contract.getTasksByIds> = async ({ caller, input, fields }) => {
  const wishes = byIdWishes(fields, input)
  const rows = await tasksByIds(caller, input.taskIds, wishes)
  const shown = {
    ...wishes,
    finance: await financeOf(caller, fields, rows),
    cascades: await cascadesOf(caller, fields, input.taskIds),
  }
  return { data: rows.map((row) => presentTask(caller, row, shown)) }
}
