import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Caller } from '#access/caller.ts'
import { currentSequence, requireKeptAfter } from '#changes/feed.ts'
import type { Listener } from '#changes/live.ts'
import { invalidValue, Refused } from '#contract/errors.ts'
import { noteOperation } from '#request-log/call.ts'
import { queryChanges } from '#resources/changes/contract.ts'
import type { Admission } from './admission.ts'
import { type EventStream, openEventStream } from './event-stream.ts'
import { gate } from './gate.ts'
import type { NoteUse } from './note-use.ts'
import { parse } from './parse.ts'
import type { Services } from './services.ts'

const heartbeatMs = 15_000
const reconnectMs = 2000
const longestTimerMs = 2 ** 31 - 1

/** An open stream. */
interface Stream extends Listener {
  reader: Caller
  request: FastifyRequest
  out: EventStream
}

/**
 * `GET /changes/stream`: what `queryChanges` tells, as it happens, as server-sent events. A request like any other for limits
 * and credentials; its credential is judged again whenever anything about it may have changed.
 */
export function changeStreamRoute(app: FastifyInstance, services: Services, admit: Admission, noteUse: NoteUse): void {
  const { store, liveChanges, log } = services
  const streams = new Set<Stream>()
  const judgeAll = (isConcerned: (caller: Stream['reader']) => boolean) => {
    for (const stream of streams) if (isConcerned(stream.reader)) void judge(stream)
  }
  store.listen('access_changed', (id) => judgeAll(({ accountId }) => id === '' || accountId === Number(id)))
  store.listen('application_changed', (id) => judgeAll((reader) => id === '' || reader.clientId === id))
  // Whose inbox has changed: the account, then the people (notifying/tell.ts). After a break everybody may have missed something.
  store.listen('notified', (payload) => {
    const [accountId, people = ''] = payload.split(':')
    const told = new Set(people.split(',').map(Number))
    for (const { reader, out, at } of streams)
      if (payload === '' || (reader.accountId === Number(accountId) && told.has(reader.personId)))
        out.send({ id: at, event: 'notification', data: { sequence: at } })
  })
  // A server that stops ends them: they would hold it.
  app.addHook('preClose', async () => {
    for (const { out } of streams) out.end()
  })

  app.get('/changes/stream', { exposeHeadRoute: false }, async (request, reply) => {
    const { caller, gathered, expiresAt } = await admit(request, reply)
    noteOperation(reply, queryChanges.id)
    const raw = { path: {}, query: gathered.query, body: gathered.body }
    noteUse(queryChanges, raw, reply)
    gate(queryChanges, caller)
    const after = lastEventId(request) ?? (parse(queryChanges, raw, caller.accountId).input.after as number | undefined)
    if (after !== undefined) await requireKeptAfter(services, caller.accountId, after)
    const at = after ?? (await currentSequence(store.database, caller.accountId))

    const leave = liveChanges.enter(caller)
    const out = openEventStream()
    const stream: Stream = {
      request,
      out,
      reader: caller,
      at,
      tell: (changes) => {
        for (const one of changes) out.send({ id: one.sequence, event: 'change', data: one })
      },
    }
    streams.add(stream)
    out.retryAfter(reconnectMs)
    out.send({ id: at, event: 'start', data: { sequence: at } })
    // The id goes along, so that who hears of little begins where it has been.
    const heartbeat = setInterval(() => out.send({ id: stream.at }), heartbeatMs)
    const untilEnd = expiresAt && Math.min(expiresAt.getTime() - Date.now(), longestTimerMs)
    const end = untilEnd === null ? undefined : setTimeout(out.end, Math.max(0, untilEnd))
    const joined = liveChanges.join(stream)
    joined.catch((error) => {
      log.warn({ err: error }, 'a stream of changes could not begin')
      out.body.destroy()
    })
    out.body.on('close', () => {
      streams.delete(stream)
      clearInterval(heartbeat)
      clearTimeout(end)
      leave()
      joined.then(
        (part) => part(),
        () => {},
      )
    })
    return reply
      .headers({ 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' })
      .type('text/event-stream')
      .send(out.body)
  })

  /** Ends a stream whose credential holds no longer, and tells one whose rights have changed. */
  async function judge(stream: Stream): Promise<void> {
    try {
      // Who remembers credentials is told by the same notification, and must have heard it first.
      await new Promise((resolve) => setImmediate(resolve))
      const { caller } = await admit.again(stream.request)
      gate(queryChanges, caller)
      const isSame = isEqual(caller, stream.reader)
      stream.reader = caller
      if (!isSame) stream.out.send({ id: stream.at, event: 'access', data: { sequence: stream.at } })
    } catch (error) {
      if (error instanceof Refused) stream.out.end()
      // The database is away: it is asked again when it is back.
      else if (streams.has(stream)) setTimeout(() => void judge(stream), 1000).unref()
    }
  }
}

const isEqual = (one: Stream['reader'], other: Stream['reader']): boolean =>
  one.role === other.role && [...one.principals].sort().join() === [...other.principals].sort().join()

/** The number of the last event that the client got. */
function lastEventId({ headers }: FastifyRequest): number | undefined {
  const value = headers['last-event-id']
  if (value === undefined || value === '') return undefined
  if (!/^\d{1,15}$/.test(String(value))) throw invalidValue('Last-Event-ID', 'the id of an event of this stream')
  return Number(value)
}
