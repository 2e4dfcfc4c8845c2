import { readFilter } from '#request-log/filter.ts'
import { placeText, readLog, readPlace } from '#request-log/read-log.ts'
import type { PersonalVisit } from '../../visit.ts'
import type { OwnApplication } from '../own-applications.ts'
import { logRow } from './log-rows.ts'
import { namesIn } from './people-names.ts'

/** Rows come to the table a moment after the answer, those of another process perhaps later than newer ones. */
const latestMs = 15_000
/** More in a second nobody reads. */
const mostAtOnce = 100

/**
 * Makes the function that gives the new rows of a log since it was asked last, as a server-sent event with pieces of the
 * page, oldest first. A browser that lost its connection says which row it had last.
 */
export function liveRows(visit: PersonalVisit, { clientId, accountId }: OwnApplication) {
  const { database, query, request } = visit
  const { filter } = readFilter(query)
  const seen = new Map<string, number>()
  const last = readPlace(String(request.headers['last-event-id'] ?? query.after ?? ''))
  const began = last?.at.getTime() ?? Date.now()
  if (last) seen.set(last.requestId, Number.POSITIVE_INFINITY)

  return async (): Promise<string | undefined> => {
    const since = Math.max(began, Date.now() - latestMs, filter.from?.getTime() ?? 0)
    const rows = await readLog(database, clientId, { ...filter, from: new Date(since) }, { limit: mostAtOnce })
    const fresh = rows.filter((row) => !seen.has(row.request_id)).reverse()
    for (const row of fresh) seen.set(row.request_id, row.answered_at.getTime())
    for (const [requestId, at] of seen) if (at < since) seen.delete(requestId)
    const newest = rows[0]
    if (fresh.length === 0 || !newest) return undefined
    const nameOf = await namesIn(
      database,
      accountId,
      fresh.map((row) => row.person_id),
    )
    const pieces = fresh.map((row) => logRow(clientId, row, nameOf).text)
    const data = { rows: pieces, more: rows.length === mostAtOnce && fresh.length === mostAtOnce }
    return `id: ${placeText(newest)}\nevent: rows\ndata: ${JSON.stringify(data)}\n\n`
  }
}
