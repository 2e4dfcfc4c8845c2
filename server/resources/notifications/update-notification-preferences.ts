import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'
import { presentPreferences } from './presenter.ts'
import { choicesOf, choose } from './queries.ts'

/** Changes how the caller is told of what, from now on. */
export const updateNotificationPreferences: Handler<typeof contract.updateNotificationPreferences> = async ({
  caller,
  input,
}) => {
  const choices = Object.fromEntries((input.kinds ?? []).map(({ kind, delivery }) => [kind, delivery]))
  await choose(caller, { choices, mails: input.mails })
  return { data: [presentPreferences(await choicesOf(caller))] }
}
