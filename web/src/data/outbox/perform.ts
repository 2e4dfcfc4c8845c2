import { ApiError, getTasksByIds, type Operation, type UpdateTaskInput, updateTask } from '@taskwright/sdk'
import { words } from '../../language/words.ts'
import { server } from '../server.ts'
import { type TrueIds, type Waiting, withTrueIds } from './change.ts'
import { type Dispute, reconcile } from './facets.ts'
import { kinds } from './kinds.ts'
import { put, refuse } from './outbox.ts'

/** What came of a change that was sent. */
export interface Performed {
  rows: unknown[]
  /** What was left out, since somebody else has put something else there. */
  disputed?: readonly Dispute[]
}

const t = words('perform', { disputed: 'Somebody else has changed this meanwhile.' })

/** Keeps of a change what was left out, each by itself, until somebody says what becomes of it. */
export async function dispute(change: Waiting, disputed: readonly Dispute[]): Promise<void> {
  const { taskId } = change.input
  const [first, ...others] = disputed.map(({ mine, theirs }) => ({
    input: { taskId, ...mine },
    tab: undefined,
    refusal: { why: t.disputed, theirs },
  }))
  for (const one of others) await put({ ...change, ...one, id: crypto.randomUUID(), key: crypto.randomUUID() })
  if (first) await refuse(change, first)
}

/** Somebody else was faster this often: it is told as a refusal. */
const mostRounds = 5

/** Sends a change as it is. */
export async function performAtOnce({ operationId, input, key, file }: Waiting, ids: TrueIds): Promise<Performed> {
  const operation = kinds[operationId]?.operation as Operation<object, unknown>
  const real = withTrueIds(input, ids)
  const options = { idempotencyKey: key }
  const { data } = file
    ? await server.upload(operation, real, file, options)
    : await server.call(operation, real, options)
  return { rows: data }
}

/**
 * Sends a change late: one of a task upon the task as it is by then, and only if it still is so. What it wants to put there and is
 * there already is not sent again, so that it needs no key.
 */
export async function performLate(change: Waiting, ids: TrueIds): Promise<Performed> {
  if (!kinds[change.operationId]?.isCompared) return performAtOnce(change, ids)
  const { taskId, ...members } = withTrueIds(change.input, ids) as unknown as UpdateTaskInput
  for (let round = 1; ; round++) {
    const { data, etag } = await server.call(getTasksByIds, { taskIds: [taskId] })
    const [task] = data
    if (!task || members.restore) return performAtOnce(change, ids)
    const { members: rest, disputed } = reconcile(change.base, members, task)
    const left = disputed.length > 0 ? { disputed } : {}
    if (Object.keys(rest).length === 0) return { rows: data, ...left }
    try {
      const answer = await server.call(updateTask, { taskId, ...rest }, etag === undefined ? {} : { ifMatch: etag })
      return { rows: answer.data, ...left }
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 412 || round === mostRounds) throw error
    }
  }
}
