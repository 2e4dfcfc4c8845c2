import type { Handler } from '#contract/handler.ts'
import { viewById } from './access.ts'
import type * as contract from './contract/index.ts'
import { presentViews } from './presenter.ts'

/** @throws {Refused} as `viewById` does. */
export const getView: Handler<typeof contract.getView> = async ({ caller, input }) => ({
  data: await presentViews(caller, [await viewById(caller, input.viewId)]),
})
