import type { Handler } from '#contract/handler.ts'
import { webhooksByIds } from './access.ts'
import type * as contract from './contract.ts'
import { presentWebhook } from './presenter.ts'

/** The caller's webhooks with these ids, in their order. */
export const getWebhooks: Handler<typeof contract.getWebhooks> = async ({ caller, input }) => ({
  data: (await webhooksByIds(caller, input.webhookIds)).map((row) => presentWebhook(caller, row)),
})
