import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Entry } from './entry.ts'

const columns: Readonly<Record<keyof Entry, string>> = {
  client_id: 'text',
  answered_at: 'float8',
  request_id: 'uuid',
  account_id: 'bigint',
  person_id: 'bigint',
  version: 'text',
  operation: 'text',
  method: 'text',
  path: 'text',
  status: 'smallint',
  error: 'text',
  ms: 'real',
  rate_limit: 'integer',
  rate_remaining: 'integer',
}
const names = Object.keys(columns) as (keyof Entry)[]
const list = sql.raw(names.join(', '))
const read = sql.raw(names.map((name) => (name === 'answered_at' ? `to_timestamp(${name} / 1000)` : name)).join(', '))

/**
 * Writes rows of the log: one statement, whatever their number.
 *
 * @param again whether some of them may be written already: those stay as they are. It costs PostgreSQL half as much again.
 */
export async function writeEntries(
  database: Kysely<Database>,
  entries: readonly Entry[],
  again: boolean,
): Promise<void> {
  const arrays = names.map((name) => sql`${arrayText(entries, name)}::${sql.raw(columns[name])}[]`)
  await sql`
    insert into request_log (${list})
    select ${read} from unnest(${sql.join(arrays)}) as entry (${list})
    ${again ? sql`on conflict do nothing` : sql``}`.execute(database)
}

/** A column as PostgreSQL reads an array. Made here: node-postgres takes twice as long, and JSON takes PostgreSQL twice as long. */
function arrayText(entries: readonly Entry[], name: keyof Entry): string {
  let text = ''
  for (const entry of entries) {
    const value = entry[name]
    text += `${text === '' ? '{' : ','}${typeof value === 'string' ? quoted(value) : value}`
  }
  return `${text}}`
}

const quoted = (value: string): string =>
  `"${value.includes('"') || value.includes('\\') ? value.replace(/["\\]/g, '\\$&') : value}"`

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
