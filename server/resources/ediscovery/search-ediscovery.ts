import type { Caller } from '#access/caller.ts'
import type { Handler } from '#contract/handler.ts'
import { encodeId } from '#ids/encode.ts'
import { contactsByIds } from '../contacts/access.ts'
import type * as contract from './contract.ts'
import { asUser, type Found, findAttachments, findFolders, findTasks, type Search, withinTime } from './queries.ts'

const most = 10_000
const longestMs = 5 * 60_000
const units = { ms: 1, s: 1000, m: 60_000 } as const

/**
 * Finds words in everything of the account. Kinds that were not searched when the time was up are missing.
 *
 * @throws {Refused} `resource_not_found` for a target user who isn't there.
 */
export const searchEDiscovery: Handler<typeof contract.searchEDiscovery> = async ({ caller, input }) => {
  const { scopes, terms, targetUserId } = input
  if (targetUserId !== undefined) await contactsByIds(caller, [targetUserId], new Set())
  const target = targetUserId === undefined ? undefined : await asUser(caller, targetUserId)
  const until = Date.now() + timeoutMs(input.timeout)
  const found: Found[] = []
  for (const search of searches(scopes)) {
    const limit = most - found.length
    const left = until - Date.now()
    if (limit <= 0 || left <= 0) break
    const hits = await withinTime(caller, left, (inside) => search(inside, { terms, target, limit }))
    if (!hits) break
    found.push(...hits)
  }
  return { data: found.map((one) => ({ type: one.type, id: idOf(caller, one) })) }
}

function searches(scopes: readonly contract.DiscoveredType[]) {
  const folders = scopes.filter((scope) => scope !== 'task' && scope !== 'attachment')
  return [
    ...(scopes.includes('task') ? [findTasks] : []),
    ...(folders.length > 0 ? [(inside: Caller, search: Search) => findFolders(inside, search, folders)] : []),
    ...(scopes.includes('attachment') ? [findAttachments] : []),
  ]
}

function timeoutMs(timeout = '30'): number {
  const [, digits, unit = 's'] = /^(\d+)(ms|s|m)?$/.exec(timeout) ?? []
  return Math.min(longestMs, Math.max(1, Number(digits) * units[unit as keyof typeof units]))
}

const idOf = ({ accountId }: Caller, { type, number }: Found): string =>
  encodeId(type === 'task' ? 'Task' : type === 'attachment' ? 'Attachment' : 'Folder', accountId, number)
