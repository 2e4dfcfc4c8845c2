import { changesAfter } from '#changes/feed.ts'
import type { Handler } from '#contract/handler.ts'
import type * as contract from './contract.ts'

/**
 * The changes after a number, as far as the caller sees them now.
 *
 * @throws {Refused} 410 if the number is older than what is kept, or was never reached.
 */
export const queryChanges: Handler<typeof contract.queryChanges> = async ({ caller, input, services }) => ({
  data: [await changesAfter(services, caller, input.after, input.limit ?? 200)],
})
