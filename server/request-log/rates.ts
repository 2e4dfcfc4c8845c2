import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** What a person's tokens of an application did of late: the limit counts them together. */
export interface PersonRate {
  accountId: number
  personId: number
  /** Requests, those that were refused too, in the last 60 seconds and the last hour; of all server processes. */
  lastMinute: number
  lastHour: number
  /** Of the last hour, those that the limit refused. */
  refused: number
  /** What the latest answer of the last minute said; undefined if none did. */
  told: { limit: number; remaining: number } | undefined
}

/** A minute of the last hour. */
export interface MinuteRate {
  minute: Date
  requests: number
  refused: number
}

export interface Rates {
  people: PersonRate[]
  minutes: MinuteRate[]
  /** The most requests that were under way at one moment of the last minute, of those that have ended. */
  mostAtOnce: number
}

const mostPeople = 20

/** The last hour of an application, counted from its log: whatever process answered, up to a second ago. */
export async function ratesOf(database: Kysely<Database>, clientId: string): Promise<Rates> {
  const [{ rows }, atOnce] = await Promise.all([
    sql<{
      account_id: number | null
      person_id: number | null
      minute: Date | null
      last_minute: number
      last_hour: number
      refused: number
      told: number[] | null
    }>`
      select account_id, person_id, date_trunc('minute', answered_at) as minute,
        count(*) filter (where answered_at > now() - interval '1 minute') as last_minute,
        count(*) as last_hour,
        count(*) filter (where status = 429) as refused,
        max(array[extract(epoch from answered_at)::float8, rate_limit, rate_remaining])
          filter (where rate_limit is not null and answered_at > now() - interval '1 minute') as told
      from request_log
      where client_id = ${clientId} and answered_at > now() - interval '1 hour'
      group by grouping sets ((account_id, person_id), (date_trunc('minute', answered_at)))`.execute(database),
    mostAtOnce(database, clientId),
  ])
  const people = rows.flatMap((row) =>
    row.minute === null && row.account_id !== null && row.person_id !== null
      ? {
          accountId: row.account_id,
          personId: row.person_id,
          lastMinute: row.last_minute,
          lastHour: row.last_hour,
          refused: row.refused,
          told: row.told ? { limit: row.told[1] as number, remaining: row.told[2] as number } : undefined,
        }
      : [],
  )
  people.sort((a, b) => b.lastMinute - a.lastMinute || b.lastHour - a.lastHour)
  const known = new Map(rows.flatMap((row) => (row.minute ? [[row.minute.getTime(), row] as const] : [])))
  return { people: people.slice(0, mostPeople), minutes: lastMinutes(known), mostAtOnce: atOnce }
}

function lastMinutes(known: Map<number, { last_hour: number; refused: number }>): MinuteRate[] {
  const thisMinute = Math.floor(Date.now() / 60_000) * 60_000
  return Array.from({ length: 60 }, (_, ago) => {
    const minute = new Date(thisMinute - (59 - ago) * 60_000)
    const row = known.get(minute.getTime())
    return { minute, requests: row?.last_hour ?? 0, refused: row?.refused ?? 0 }
  })
}

async function mostAtOnce(database: Kysely<Database>, clientId: string): Promise<number> {
  const { rows } = await sql<{ most: number | null }>`
    with ended as (
      select answered_at, ms from request_log
      where client_id = ${clientId} and answered_at > now() - interval '1 minute'
    ), edges as (
      select answered_at - ms * interval '1 millisecond' as at, 1 as step from ended
      union all select answered_at, -1 from ended
    )
    select max(running) as most from (select sum(step) over (order by at, step) as running from edges) as counted`.execute(
    database,
  )
  return rows[0]?.most ?? 0
}
