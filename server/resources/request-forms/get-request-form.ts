import type { Handler } from '#contract/handler.ts'
import { formById } from './access.ts'
import type * as contract from './contract.ts'
import { presentForms } from './presenter.ts'

/** Reads a request form. */
export const getRequestForm: Handler<typeof contract.getRequestForm> = async ({ caller, input, fields }) => {
  const row = await formById(caller, input.requestFormId)
  return { data: await presentForms(caller, [row], { fields, plainTextDescription: input.plainTextDescription }) }
}
