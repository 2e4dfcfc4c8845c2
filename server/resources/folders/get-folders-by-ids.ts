import type { Handler } from '#contract/handler.ts'
import { cascadesOf } from '../cascading-fields/presenter.ts'
import { foldersByIds } from './access.ts'
import type * as contract from './contract/index.ts'
import { financeOf } from './finance.ts'
import { presentFolder } from './presenter.ts'

/** Reads folders and projects by id, in the order of the request; those in the recycle bin too. */
export const getFoldersByIds: Handler<typeof contract.getFoldersByIds> = async ({ caller, input, fields }) => {
  const rows = await foldersByIds(caller, input.folderIds)
  const finance = fields.has('finance') ? await financeOf(caller, rows) : undefined
  const cascades = await cascadesOf(caller, fields, input.folderIds)
  return { data: rows.map((row) => presentFolder(caller, row, { ...input, fields, byId: true, finance, cascades })) }
}
