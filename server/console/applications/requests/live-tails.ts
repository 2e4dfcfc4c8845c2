import { sql } from 'kysely'
import type { Page } from '#design/page.ts'
import { fault } from '../../fault-page.ts'
import type { PersonalVisit } from '../../visit.ts'
import { findAnyApplication, findOwnApplication, type OwnApplication } from '../own-applications.ts'
import { liveRows } from './live-rows.ts'

/** The live views that are open at this process. */
export interface LiveTails {
  open(visit: PersonalVisit, application: OwnApplication): Promise<Page | undefined>
  /** Ends all: browsers come back to another process, or when the server is there again. */
  end(): void
}

const mostOfSession = 3
const mostOfProcess = 100
const pollMs = 1000
/** Every so many polls it is asked whether the person may still see the application. */
const pollsUntilAskedAgain = 5
const pollsUntilSignOfLife = 15

/**
 * A live view asks the database once a second while somebody looks: one range of the log's key, whichever process wrote
 * it. A notification from each write would cost all who write, whether anybody looks or not.
 */
export function liveTails(): LiveTails {
  const open = new Map<object, { session: string; end: () => void }>()
  return {
    async open(visit, application) {
      const session = visit.person.sessionHash.toString('hex')
      const ofSession = [...open.values()].filter((tail) => tail.session === session)
      if (ofSession.length >= mostOfSession || open.size >= mostOfProcess)
        return fault('Too many live views', 'Close one of the others, then load this page again.', 429)
      const tail = {}
      const end = stream(visit, application, () => open.delete(tail))
      open.set(tail, { session, end })
      return undefined
    },
    end: () => {
      for (const { end } of open.values()) end()
    },
  }
}

/** Answers with server-sent events until the client goes, the session ends, or `end` is called. */
function stream(visit: PersonalVisit, application: OwnApplication, ended: () => void): () => void {
  const { reply, services } = visit
  const { raw } = reply.hijack()
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
  raw.write('retry: 2000\n\n')
  const next = liveRows(visit, application)
  let polls = 0
  let isOver = false
  let timer = setTimeout(poll, 0)

  function end(): void {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    ended()
    raw.end()
  }

  async function poll(): Promise<void> {
    try {
      if (!(await isSignedIn(visit)) || (polls % pollsUntilAskedAgain === 0 && !(await maySee(visit, application)))) {
        raw.write('event: over\ndata: \n\n')
        return end()
      }
      // Who reads slowly gets the newest when they are ready again.
      if (!raw.writableNeedDrain) {
        const event = await next()
        if (event) raw.write(event)
        else if (polls % pollsUntilSignOfLife === 0) raw.write(': still here\n\n')
      }
    } catch (error) {
      services.log.warn({ err: error }, 'a live view could not be read')
      return end()
    }
    polls++
    if (!isOver) timer = setTimeout(poll, pollMs)
  }

  raw.on('close', end)
  return end
}

/** Looking on is no use of a session: it does not make it longer. */
async function isSignedIn({ database, person }: PersonalVisit): Promise<boolean> {
  const row = await database
    .selectFrom('session')
    .select('person_id')
    .where('session_hash', '=', person.sessionHash)
    .where('expires_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return row !== undefined
}

async function maySee({ database, person }: PersonalVisit, application: OwnApplication): Promise<boolean> {
  const found = application.asServerOwner
    ? person.runsServer && (await findAnyApplication(database, application.clientId))
    : await findOwnApplication(database, person.personId, application.clientId)
  return Boolean(found)
}
