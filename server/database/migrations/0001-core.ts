import { type Kysely, sql } from 'kysely'
import { accounts } from './0001-core/accounts.ts'
import { aroundTasks } from './0001-core/around-tasks.ts'
import { events } from './0001-core/events.ts'
import { folders } from './0001-core/folders.ts'
import { settings } from './0001-core/settings.ts'
import { tasks } from './0001-core/tasks.ts'

/**
 * The tables of accounts, people, work items and events.
 *
 * Every table that holds account data starts its primary key with `account_id`, so that it can be distributed by it.
 * `person` is global: one person may be in several accounts. Numbers are unique in the installation, not per account.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(accounts).execute(database)
  await sql.raw(settings).execute(database)
  await sql.raw(folders).execute(database)
  await sql.raw(tasks).execute(database)
  await sql.raw(aroundTasks).execute(database)
  await sql.raw(events).execute(database)
}
