import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '#database/schema.ts'
import { type Call, keepCall } from './call.ts'
import { type Entry, entryOf } from './entry.ts'
import { gatherUses } from './gather-uses.ts'
import { addUses, writeEntries } from './write.ts'

type Identified = Pick<Call, 'clientId' | 'accountId' | 'personId' | 'version'>

/** Gathers the requests of applications and writes them down, many at a time. */
export interface RequestLog {
  /** From here on a request is one of this application: it is logged when it has been answered, or given up. */
  begin(request: FastifyRequest, reply: FastifyReply, call: Identified): void
  /** Waits for calls that are being answered or given up just now, and writes down what is gathered. What comes later is lost. */
  close(): Promise<void>
}

/** Rows are written this long after the first of them. */
const gatherMs = 500
const mostInStatement = 1000
/**
 * A connection that is cut off tells its call of it only after the server is closed: so long a closing log waits for calls.
 * Between the tries of a write that fails then, it waits as long.
 */
const patienceMs = 250
const closingTries = 3
/** What may wait in memory, some 10 MB, while the database is slow or away. */
const mostWaiting = 20_000

/**
 * Opens the log of this process. A request costs it an object and a listener; statements go out twice a second at most
 * while there is anything to write. When the database does not keep up, rows are dropped and the server's log says how
 * many. Counters of use are kept whatever happens to the rows.
 *
 * @param days how long rows are kept; 0 keeps none
 */
export function openRequestLog(database: Kysely<Database>, log: Logger, days: number): RequestLog {
  const waiting: Entry[] = []
  let uses = gatherUses()
  let dropped = 0
  /** A statement that failed here may have been done there. */
  let maybeWritten = false
  let isFailing = false
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> | undefined
  let closed = false
  let underWay = 0
  let lastAnswered = () => {}

  function add(call: Call, request: FastifyRequest, reply: FastifyReply): void {
    uses.add(call)
    if (days > 0) {
      if (waiting.length >= mostWaiting) dropped++
      else waiting.push(entryOf(call, request, reply))
    }
    if (waiting.length >= mostInStatement) write()
    else timer ??= setTimeout(write, gatherMs).unref()
  }

  /** One write at a time: more would only take connections from requests. */
  function write(): void {
    if (writing || closed) return
    clearTimeout(timer)
    writing = writeAll().finally(() => {
      writing = undefined
      timer = undefined
      if (!closed && (waiting.length > 0 || uses.size > 0)) timer = setTimeout(write, gatherMs).unref()
    })
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const entries = waiting.slice(0, mostInStatement)
      const again = maybeWritten
      maybeWritten = true
      if (!(await succeeds(() => writeEntries(database, entries, again)))) break
      maybeWritten = false
      waiting.splice(0, entries.length)
    }
    if (uses.size > 0) {
      const used = uses
      uses = gatherUses()
      if (!(await succeeds(() => addUses(database, used.list())))) uses.addAll(used)
    }
    if (dropped > 0) {
      log.warn({ dropped }, 'requests of applications are missing in their logs: the database did not keep up')
      dropped = 0
    }
  }

  async function succeeds(step: () => Promise<void>): Promise<boolean> {
    try {
      await step()
      isFailing = false
      return true
    } catch (error) {
      if (!isFailing) log.warn({ err: error }, 'requests of applications could not be written down; tried again')
      isFailing = true
      return false
    }
  }

  return {
    begin(request, reply, given) {
      const { clientId, accountId, personId, version } = given
      const told = { operation: null, error: null, rateLimit: null, rateRemaining: null }
      const call: Call = { clientId, accountId, personId, version, ...told, uses: [] }
      keepCall(reply.raw, call)
      underWay++
      // Comes also when the client has gone away.
      reply.raw.once('close', () => {
        add(call, request, reply)
        if (--underWay === 0) lastAnswered()
      })
    },
    async close() {
      if (underWay > 0)
        await Promise.race([
          new Promise<void>((resolve) => {
            lastAnswered = resolve
          }),
          pause(patienceMs),
        ])
      await writing
      closed = true
      clearTimeout(timer)
      for (let tries = 1; ; tries++) {
        await writeAll()
        if ((waiting.length === 0 && uses.size === 0) || tries === closingTries) return
        await pause(patienceMs)
      }
    },
  }
}
