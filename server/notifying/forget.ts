import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'

const daysKept = 90

/** Deletes notifications that were read long ago. */
export async function forgetNotifications(database: Kysely<Database>): Promise<void> {
  await sql`delete from notification where read_at < now() - ${daysKept} * interval '1 day'`.execute(database)
}
