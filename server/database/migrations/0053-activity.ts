import { type Kysely, sql } from 'kysely'

/**
 * What happened to a task or folder is found by it, where it is told of something that hangs on it: comments, files, approvals,
 * records of time name their place in what was, or in what is. (Events of the item itself have `event_entity`.)
 *
 * Building the indexes holds up writes for a moment: about a second for a million such events.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(places).execute(database)
}

const places = `
create index event_of_task on event (account_id, ((coalesce(after ->> 'taskId', before ->> 'taskId'))::bigint), event_id)
  where entity_type in ('comment', 'attachment', 'approval', 'timelog');
create index event_of_folder on event (account_id, ((coalesce(after ->> 'folderId', before ->> 'folderId'))::bigint), event_id)
  where entity_type in ('comment', 'attachment', 'approval', 'timelog');
`
