import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentWebhook } from './presenter.ts'
import { ownWebhooks } from './queries.ts'

/** All webhooks of the caller and its application. */
export const queryWebhooks: Handler<typeof contract.queryWebhooks> = async ({ caller }) => ({
  data: (await ownWebhooks(caller).execute()).map((row) => presentWebhook(caller, row)),
})
