import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentPreferences } from './presenter.ts'
import { choicesOf } from './queries.ts'

/** Tells how the caller is told of what. */
export const getNotificationPreferences: Handler<typeof contract.getNotificationPreferences> = async ({ caller }) => ({
  data: [presentPreferences(await choicesOf(caller))],
})
