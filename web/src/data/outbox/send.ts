import { ApiError, type Operation, type UpdateTasksBulkInput, updateTask, updateTasksBulk } from '@taskwright/sdk'
import { words } from '../../language/words.ts'
import { isConnectionLost, Unreachable } from '../connection.ts'
import { memory } from '../memory.ts'
import { tell } from '../notices.ts'
import { server } from '../server.ts'
import { forgetToken } from '../session.ts'
import { newTemporaryId, temporariesIn, type Waiting, withTrueIds } from './change.ts'
import { type Known, kinds } from './kinds.ts'
import { amend, drop, nextOrder, put, ready, settle, tab, trueIds, waiting } from './outbox.ts'
import { dispute, type Performed, performAtOnce, performLate } from './perform.ts'
import { sorted } from './queue.ts'
import { showWaiting } from './show.ts'

const t = words('send', {
  needsServer: 'There is no connection, and this can’t wait for one. Nothing was changed.',
  noAnswer: 'No answer came from the server: it may be done or not. Look before you try again.',
  notThere: 'This is not on the server yet. Try it again when what waits has been sent.',
  asks: ({ about }: { about: string }) =>
    `Somebody else has changed “${about}” at the same time. What you wrote is kept: say above what becomes of it.`,
  tooLarge: 'There is no connection, and the file is too large to wait for one in this browser.',
})

/** What is said of a change beside what it is. */
export interface How extends Partial<Known> {
  /** The Idempotency-Key of an attempt that was made before. */
  key?: string
  file?: { name: string; content: Blob }
  /** Of a change of several things: what is known of each, by its id. */
  each?: ReadonlyMap<string, Known>
  /** The server is asked first what is there now, and others' texts become part of it. */
  isCompared?: boolean
}

/** Larger files do not wait in the browser. */
const largestFile = 10 * 1024 * 1024

/** Answers that are none of the server's: what it makes of the change is not known yet. */
const ahead = new WeakSet<object>()

/** Whether rows that `send` gave are the browser's own, of a change that waits. */
export const isAhead = (rows: object): boolean => ahead.has(rows)

/**
 * The one way in which the app changes something. At once, if the server is there; what can wait is kept in the browser until it is,
 * shown as done, and sent in order. The rows are the server's, or those of a change that waits (`isAhead`).
 *
 * @throws {ApiError} if the server refuses, {@link Unreachable} if it is not there and this can't wait.
 */
export async function send<Input extends object, Row>(
  operation: Operation<Input, Row>,
  input: Input,
  how: How = {},
): Promise<Row[]> {
  await ready
  const real = withTrueIds(input, trueIds())
  const isHeld = sorted(waiting()).waits.length > 0
  if (operation.id === updateTasksBulk.id) {
    const isLate = isHeld || isConnectionLost() || temporariesIn(real).length > 0
    const answer = isLate ? undefined : await server.call(operation, real).catch(unlessUnreachable)
    return answer ? answer.data : ((await sendEach(real as unknown as UpdateTasksBulkInput, how)) as Row[])
  }
  const kind = kinds[operation.id]
  const isLarge = (how.file?.content.size ?? 0) > largestFile
  if (!kind || isLarge) return sendNow(operation, real, how)
  const { file, isCompared, each: _, ...said } = how
  const change: Waiting = {
    id: crypto.randomUUID(),
    key: crypto.randomUUID(),
    order: nextOrder(),
    operationId: operation.id,
    input: real as Record<string, unknown>,
    atMs: Date.now(),
    ...(kind.makes && { makes: newTemporaryId() }),
    ...kind.know(real as Record<string, unknown>),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    ...(file && { file }),
  } as Waiting
  if (isHeld || isConnectionLost() || temporariesIn(real).length > 0) return wait(change)
  return sendAtOnce(change, isCompared ?? false) as Promise<Row[]>
}

/** Each by itself, so that each meets what others have made of it meanwhile. */
async function sendEach({ taskIds, ...members }: UpdateTasksBulkInput, { each }: How): Promise<unknown[]> {
  const all = await Promise.all(taskIds.map((taskId) => send(updateTask, { taskId, ...members }, each?.get(taskId))))
  const rows = all.flat()
  if (all.some(isAhead)) ahead.add(rows)
  return rows
}

function unlessUnreachable(error: unknown): undefined {
  if (!(error instanceof Unreachable)) throw error
}

/** Kept while it is under way: whoever closes the page loses nothing. */
async function sendAtOnce(change: Waiting, isCompared: boolean): Promise<unknown[]> {
  const own = { ...change, tab, triedMs: Date.now() }
  void put(own)
  let done: Performed
  try {
    done = await (isCompared ? performLate : performAtOnce)(own, trueIds())
  } catch (error) {
    // Who has to sign in again goes on afterwards.
    const isSignedOut = error instanceof ApiError && error.status === 401
    if (isSignedOut) forgetToken()
    else if (!(error instanceof Unreachable)) {
      await drop(own)
      throw error
    }
    await amend(own.id, { tab: undefined })
    return shown(change)
  }
  if (done.disputed) {
    await dispute(own, done.disputed)
    tell(t.asks({ about: own.about }), { isFault: true })
  } else void settle(own, done.rows)
  return done.rows
}

async function wait<Row>(change: Waiting): Promise<Row[]> {
  await put(change)
  return shown(change)
}

function shown<Row>(change: Waiting): Row[] {
  showWaiting(memory, [change])
  const rows = change.makes ? [{ ...change.row, id: change.makes }] : []
  ahead.add(rows)
  return rows as Row[]
}

/** What can't wait: the server's answer decides how it goes on. */
async function sendNow<Input extends object, Row>(operation: Operation<Input, Row>, input: Input, how: How) {
  if (temporariesIn(input).length > 0) throw new Unreachable(t.notThere)
  if (!navigator.onLine) throw new Unreachable(how.file ? t.tooLarge : t.needsServer)
  try {
    const answer = how.file ? server.upload(operation, input, how.file) : server.call(operation, input)
    return (await answer).data
  } catch (error) {
    throw error instanceof Unreachable ? new Unreachable(t.noAnswer) : error
  }
}
