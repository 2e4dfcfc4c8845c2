import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { type Filter, passes } from './filter.ts'
import type { RequestLogTables } from './tables.ts'

/** A request as the log has it. */
export type Logged = Selectable<RequestLogTables['request_log']>

/** A place in the log: between two requests, and in the addresses of both. */
export interface Place {
  at: Date
  requestId: string
}

/** @example '1764034380123-0f9757e2-…' */
export const placeText = ({ answered_at, request_id }: Pick<Logged, 'answered_at' | 'request_id'>): string =>
  `${answered_at.getTime()}-${request_id}`

/** Reads the text of a place; undefined if it is none. */
export function readPlace(text: string | undefined): Place | undefined {
  const [, ms, requestId] = /^(\d{12,14})-([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/.exec(text ?? '') ?? []
  return ms && requestId ? { at: new Date(Number(ms)), requestId } : undefined
}

/** Looking through a log for what hardly ever was must not hold the database. */
const patienceMs = 5000

/** A log has too much in it to find what the filter wants. */
export class TooMuchToSearch extends Error {}

/**
 * Requests of an application, newest first, from the key of the log alone.
 *
 * @throws {TooMuchToSearch} if it takes too long.
 */
export async function readLog(
  database: Kysely<Database>,
  clientId: string,
  filter: Filter,
  { before, limit }: { before?: Place | undefined; limit: number },
): Promise<Logged[]> {
  const older = before
    ? sql`and (answered_at, request_id) < (${before.at}::timestamptz, ${before.requestId}::uuid)`
    : sql``
  try {
    return await database.transaction().execute(async (transaction) => {
      await sql`set local statement_timeout = ${sql.lit(patienceMs)}`.execute(transaction)
      const { rows } = await sql<Logged>`
        select * from request_log where ${passes(clientId, filter)} ${older}
        order by answered_at desc, request_id desc limit ${limit}`.execute(transaction)
      return rows
    })
  } catch (error) {
    if ((error as { code?: string }).code === '57014') throw new TooMuchToSearch('', { cause: error })
    throw error
  }
}

/** One request; undefined if the application has none at this place. */
export function findLogged(database: Kysely<Database>, clientId: string, { at, requestId }: Place) {
  return database
    .selectFrom('request_log')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('answered_at', '=', at)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
}

const pageSize = 1000

/** All of a log that passes a filter, page by page: nobody's statement runs for as long as somebody downloads. */
export async function* readWholeLog(database: Kysely<Database>, clientId: string, filter: Filter) {
  let before: Place | undefined
  while (true) {
    const rows = await readLog(database, clientId, filter, { before, limit: pageSize })
    yield* rows
    if (rows.length < pageSize) return
    before = readPlace(placeText(rows.at(-1) as Logged))
  }
}
