import { invalidValue } from '#contract/errors.ts'
import type { RawParameters } from '#http/parse.ts'
import type { Performed } from '#http/perform.ts'
import { mergeTasks } from './merge-tasks.ts'
import { outcomesOf } from './outcomes.ts'
import type { Run } from './runs.ts'

type Query = RawParameters['query']
type Perform = (run: Run, query: Query) => Promise<Performed>

/** How far the list of each account was read: account → v4's token, or null where it was not begun. Done ones are left out. */
interface Position {
  at: [account: number, token: string | null][]
  /** Parameters of the first page, used where a request for the next one sends none. */
  query: Query
}

const defaultLimit = 1000

/**
 * A page of tasks of several accounts in one order. Its token holds how far each account was read, in v4's own tokens:
 * these are signed, so that the whole needs no signature.
 *
 * @throws {Refused} `invalid_parameter` for a token that is none.
 */
export async function taskPage(runs: readonly Run[], given: Query, perform: Perform): Promise<Performed> {
  const { nextPageToken, ...own } = given
  const from = nextPageToken === undefined ? undefined : readPosition(nextPageToken)
  const query =
    from && Object.keys(own).every((name) => name === 'fields' || name === 'pageSize') ? { ...from.query, ...own } : own
  const tokenOf = ({ caller }: Run) => from?.at.find(([account]) => account === caller.accountId)?.[1] ?? null
  const withToken = (token: string | null): Query => (token === null ? query : { ...query, nextPageToken: token })
  const outcomes = await outcomesOf(
    runs.filter(({ caller }) => !from || from.at.some(([account]) => account === caller.accountId)),
    (run) => perform(run, withToken(tokenOf(run))),
    true,
  )
  const open = outcomes.flatMap(({ run, answer }) => (answer ? [{ run, token: tokenOf(run), list: answer }] : []))
  const lists = open.map(({ list }) => list)
  const size = Number(query.pageSize ?? query.limit ?? defaultLimit)
  const { rows, taken } = mergeTasks(
    lists.map((list) => list.data as Record<string, unknown>[]),
    query,
    size,
  )
  const answer: Performed = {
    kind: 'tasks',
    data: rows,
    responseSize: lists.some((list) => list.responseSize === undefined)
      ? undefined
      : lists.reduce((sum, list) => sum + (list.responseSize ?? 0), 0),
  } as Performed
  if (query.pageSize === undefined) return answer
  const at: Position['at'] = []
  for (const [index, { run, token, list }] of open.entries()) {
    const used = taken[index] as number
    if (used === list.data.length && list.nextPageToken === undefined) continue
    const again = (pageSize: string) => perform(run, { ...withToken(token), pageSize })
    at.push([run.caller.accountId, used === 0 ? token : await tokenAfter(used, list, again)])
  }
  return at.length === 0 ? answer : { ...answer, nextPageToken: writePosition({ at, query: withoutFields(query) }) }
}

/** The token behind the row that was used last: the page's own, or that of a shorter page. */
async function tokenAfter(used: number, list: Performed, again: (size: string) => Promise<Performed>): Promise<string> {
  if (used === list.data.length) return list.nextPageToken as string
  return (await again(String(used))).nextPageToken as string
}

const withoutFields = ({ fields: _fields, ...query }: Query): Query => query

const writePosition = (position: Position): string => `3.${Buffer.from(JSON.stringify(position)).toString('base64url')}`

function readPosition(token: string | string[]): Position {
  const text = String(token)
  try {
    const read = JSON.parse(Buffer.from(text.slice(2), 'base64url').toString()) as Position
    const isWhole =
      text.startsWith('3.') &&
      Array.isArray(read.at) &&
      read.at.every(
        ([account, inner]) => Number.isSafeInteger(account) && (inner === null || typeof inner === 'string'),
      ) &&
      Object.values(read.query).every((value) => typeof value === 'string' || Array.isArray(value))
    if (isWhole) return read
  } catch {
    // Told below.
  }
  throw invalidValue('nextPageToken', 'the token of the page before')
}
