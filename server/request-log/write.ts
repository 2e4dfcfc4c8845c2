import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Entry } from './entry.ts'

/** Writes rows of the log: one statement, whatever their number. Those that are written already stay as they are. */
export async function writeEntries(database: Kysely<Database>, entries: readonly Entry[]): Promise<void> {
  await sql`
    insert into request_log
      (client_id, answered_at, request_id, account_id, person_id, version, operation, method, path, status, error, ms,
       rate_limit, rate_remaining)
    select client_id, to_timestamp(answered_at / 1000), request_id, account_id, person_id, version, operation, method, path,
      status, error, ms, rate_limit, rate_remaining
    from json_to_recordset(${JSON.stringify(entries)}) as entry
      (client_id text, answered_at float8, request_id uuid, account_id bigint, person_id bigint, version text,
       operation text, method text, path text, status smallint, error text, ms real, rate_limit integer,
       rate_remaining integer)
    on conflict do nothing`.execute(database)
}

/** How often something was used by an application on a day. */
export interface Uses {
  client_id: string
  subject: string
  day: string
  calls: number
}

/** Adds to the counters of use. In the order of the key: processes that add to the same ones never wait for each other in a circle. */
export async function addUses(database: Kysely<Database>, uses: readonly Uses[]): Promise<void> {
  await sql`
    insert into operation_use (client_id, subject, day, calls)
    select client_id, subject, day, calls
    from json_to_recordset(${JSON.stringify(uses)}) as used (client_id text, subject text, day date, calls bigint)
    order by client_id, subject, day
    on conflict (client_id, subject, day) do update set calls = operation_use.calls + excluded.calls`.execute(database)
}
