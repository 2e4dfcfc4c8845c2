import type { Handler } from '#contract/handler.ts'
import { countsOf, importOf } from '#importing/queries.ts'
import type * as contract from './contract.ts'
import { presentImport } from './presenter.ts'

/** @throws {Refused} `access_forbidden` for the import of somebody else. */
export const getImport: Handler<typeof contract.getImport> = async ({ caller, input }) => {
  const row = await importOf(caller, input.importId)
  return { data: [presentImport(caller, row, await countsOf(caller, row))] }
}
