import type { Handler } from '#contract/handler.ts'
import { encodeId } from '#ids/encode.ts'
import { usersByIds } from './access.ts'
import type * as contract from './contract.ts'
import { countWork, reachedByNobodyElse } from './user-work-queries.ts'

/** Counts what a user has, for whoever decides what becomes of it. */
export const getUserWork: Handler<typeof contract.getUserWork> = async ({ caller, input }) => {
  const { userId } = input
  await usersByIds(caller, [userId])
  const contact = (number: number) => encodeId('Contact', caller.accountId, number)
  const { groups, ...counts } = await countWork(caller, userId)
  const alone = await reachedByNobodyElse(caller, userId)
  return { data: [{ userId: contact(userId), groupIds: groups.map(contact), ...counts, reachedByNobodyElse: alone }] }
}
