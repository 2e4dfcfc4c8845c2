import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

/** How much of everything a server has. */
export interface Counts {
  accounts: number
  people: number
  applications: number
  suspended: number
  outbox: number
  deliveries: number
  databaseBytes: number
}

/** Counts what the server has. The numbers of accounts, people and applications are exact. */
export async function countAll(database: Kysely<Database>): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select (select count(*) from account) as accounts,
      (select count(*) from person) as people,
      -- Without those that are part of the server and nobody's.
      (select count(*) from application where account_id is not null) as applications,
      (select count(*) from application where suspended_at is not null) as suspended,
      (select count(*) from outbox_mail) as outbox,
      (select count(*) from webhook_delivery where state = 'waiting') as deliveries,
      pg_database_size(current_database()) as "databaseBytes"`.execute(database)
  return rows[0] as Counts
}

/** Jobs that wait, run, or failed for good and are kept to be looked at. */
export async function countJobs(
  database: Kysely<Database>,
): Promise<{ waiting: number; running: number; failed: number }> {
  const { rows } = await sql<{ waiting: number; running: number; failed: number }>`
    select count(*) filter (where state in ('created', 'retry')) as waiting,
      count(*) filter (where state = 'active') as running, count(*) filter (where state = 'failed') as failed
    from pgboss.job`.execute(database)
  return rows[0] as { waiting: number; running: number; failed: number }
}

/** A process of the server on this database. */
export interface ServerProcess {
  pid: number
  host: string
  since: Date
}

/** The processes that run now: each listens to the database on one connection, whose name tells which it is. */
export async function listProcesses(database: Kysely<Database>): Promise<ServerProcess[]> {
  const { rows } = await sql<{ name: string; since: Date }>`
    select application_name as name, backend_start as since from pg_stat_activity
    where datname = current_database() and application_name like 'taskwright listen %'
    order by backend_start`.execute(database)
  return rows.map(({ name, since }) => {
    const [, , pid = '', host = ''] = name.split(' ')
    return { pid: Number(pid), host, since }
  })
}
