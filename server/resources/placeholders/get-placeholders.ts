import type { Handler } from '#contract/handler.ts'
import { placeholdersByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentPlaceholder } from './presenter.ts'

/** Reads placeholders by id, in the order of the request; deleted ones too. */
export const getPlaceholders: Handler<typeof contract.getPlaceholders> = async ({ caller, input }) => ({
  data: (await placeholdersByIds(caller, input.placeholderIds)).map((row) => presentPlaceholder(caller, row)),
})
