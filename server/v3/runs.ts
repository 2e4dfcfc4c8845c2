import type { Caller } from '#access/caller.ts'
import { forbidden, invalidValue } from '#contract/errors.ts'
import { accountOfId, decodeAccountId, decodeId } from '#ids/decode.ts'
import { encodeId } from '#ids/encode.ts'
import { ROOT_FOLDER } from '#ids/types.ts'
import { mostIds, type V3Operation } from './operation.ts'
import { accountOfGroup, accountOfWorkItem } from './queries.ts'

/** One call of the operation of v4: in whose name, and with which ids in the path. */
export interface Run {
  caller: Caller
  path: Record<string, string>
}

/**
 * The calls of v4 that a request of v3 stands for.
 *
 * @throws {Refused} `invalid_parameter` for a malformed account or too many ids, `access_forbidden` for an account that
 * the person has no part in.
 */
export async function runsOf(
  operation: V3Operation,
  path: Record<string, string>,
  body: Record<string, unknown>,
  callers: readonly Caller[],
): Promise<Run[]> {
  const { accountId, ...ids } = path
  const [first] = callers as [Caller]
  if (accountId !== undefined) {
    const caller = inAccount(accountId, callers)
    return [{ caller, path: operation.v4 === 'createFolder' ? { folderId: rootOf(caller) } : ids }]
  }
  const [name] = Object.keys(ids).filter((one) => one !== 'fileName')
  const given = name === undefined ? [] : (ids[name] as string).split(',')
  if (given.length > (operation.oneId ? 1 : mostIds)) throw invalidValue(name as string, `at most ${mostIds} ids`)
  switch (operation.accounts) {
    case 'any':
      return [{ caller: first, path: ids }]
    case 'all':
      // An account knows some of the ids only: each is asked for by itself.
      return callers.flatMap((caller) =>
        callers.length > 1 && given.length > 1
          ? given.map((id) => ({ caller, path: { ...ids, [name as string]: id } }))
          : [{ caller, path: ids }],
      )
    case 'profile':
      return [{ caller: ofProfile(body.profile, callers), path: ids }]
    case 'owner':
      return byOwner(name as string, given, ids, callers)
    default:
      return operation.accounts satisfies never
  }
}

const rootOf = (caller: Caller): string => encodeId('Folder', caller.accountId, ROOT_FOLDER)

function inAccount(id: string, callers: readonly Caller[]): Caller {
  const accountId = decodeAccountId(id)
  if (accountId === undefined) throw invalidValue('accountId', 'the id of an account')
  const caller = callers.find((one) => one.accountId === accountId)
  if (!caller) throw forbidden(`Account '${id}' is not one of yours`)
  return caller
}

/** The account that a user's profile names. What is wrong with it is told by v4. */
function ofProfile(profile: unknown, callers: readonly Caller[]): Caller {
  try {
    const read = typeof profile === 'string' ? JSON.parse(profile) : profile
    const accountId = decodeAccountId(String(read?.accountId))
    return callers.find((one) => one.accountId === accountId) ?? (callers[0] as Caller)
  } catch {
    return callers[0] as Caller
  }
}

/** A run for each account that has some of the ids. An id of no account of the caller's is left to the first: it finds nothing. */
async function byOwner(name: string, given: string[], ids: Record<string, string>, callers: readonly Caller[]) {
  const owners = await Promise.all(given.map((id) => ownerOf(id, callers)))
  const groups = Map.groupBy(given, (_, at) => owners[at] as Caller)
  return [...groups].map(([caller, own]) => ({ caller, path: { ...ids, [name]: own.join(',') } }))
}

async function ownerOf(id: string, callers: readonly Caller[]): Promise<Caller> {
  const [first] = callers as [Caller]
  const group = decodeId('Contact', id)
  const wide = id.length === 12 ? (decodeId('Task', id) ?? decodeId('Folder', id)) : undefined
  const accountId =
    accountOfId(id) ??
    (group ? await accountOfGroup(callers, group.number) : undefined) ??
    (wide ? await accountOfWorkItem(callers, wide.number) : undefined)
  return callers.find((one) => one.accountId === accountId) ?? first
}
