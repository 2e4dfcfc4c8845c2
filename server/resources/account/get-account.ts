import type { Handler } from '#contract/handler.ts'
import { visibleFields } from '../custom-fields/queries.ts'
import type * as contract from './contract.ts'
import { presentAccount } from './presenter.ts'
import { accountRow } from './queries.ts'

/** Reads the account of the token. A metadata filter that does not match leaves nothing. */
export const getAccount: Handler<typeof contract.getAccount> = async ({ caller, input, fields }) => {
  const row = await accountRow(caller)
  const own = row.metadata[caller.clientId] ?? {}
  const { key, value } = input.metadata ?? {}
  if (key !== undefined && (own[key] === undefined || (value !== undefined && own[key] !== value))) return { data: [] }
  const customFields = fields.has('customFields') ? await visibleFields(caller) : []
  return { data: [presentAccount(caller, row, { fields, customFields })] }
}
