import type { Caller } from '#access/caller.ts'
import { Refused } from '#contract/errors.ts'
import { comingFrom, originOfWork } from '#events/origin.ts'
import type { Services } from '#http/services.ts'
import type { Keyed } from './key.ts'
import { claim, type KnownRequest, known, noteWritten, type Outcome, release, settle } from './store.ts'
import { writtenAgain } from './written-again.ts'

/** An answer, and whether it was given before. */
export type OnceOutcome = Outcome & { isRepeated: boolean }

/**
 * Carries out a request once, however often it is sent, by whichever process: the same key and request get the stored answer
 * for a day.
 *
 * What was written counts, by a note in the transaction of the change: a server that dies before it can keep its answer
 * makes nothing twice; what it wrote is then read for the answer.
 *
 * @throws {Refused} 422 for another request with the same key, 409 while it is carried out, and whatever `work` throws.
 */
export async function once(
  services: Services,
  caller: Caller,
  keyed: Keyed,
  work: () => Promise<Outcome>,
): Promise<OnceOutcome> {
  const { database } = services.store
  const mine = await claim(database, keyed)
  if (!mine) return repeat(services, caller, keyed, await known(database, keyed))
  const origin = originOfWork() ?? { source: 'api' as const }
  try {
    const onWrite = noteWritten
    const outcome = await comingFrom(
      { ...origin, onWrite: (transaction, first) => onWrite(transaction, mine, first) },
      work,
    )
    // The answer goes out even if it cannot be kept.
    await settle(database, mine, outcome).catch((error) => services.log.warn({ err: error }, 'an answer is not kept'))
    return { ...outcome, isRepeated: false }
  } catch (error) {
    await release(database, mine).catch(() => {})
    throw error
  }
}

function repeat(
  services: Services,
  caller: Caller,
  keyed: Keyed,
  request: KnownRequest | undefined,
): OnceOutcome | Promise<OnceOutcome> {
  if (!request) throw underWay()
  if (!request.fingerprint.equals(keyed.fingerprint))
    throw new Refused('invalid_request', 'The Idempotency-Key was used for another request', { status: 422 })
  if (request.status !== null)
    return { status: request.status, etag: request.etag ?? undefined, text: request.body ?? '', isRepeated: true }
  if (request.written_at === null || request.is_under_way) throw underWay()
  return writtenAgain(services, caller, request)
}

const underWay = () =>
  new Refused('invalid_request', 'A request with this Idempotency-Key is being carried out', {
    status: 409,
    headers: { 'retry-after': '1' },
  })
