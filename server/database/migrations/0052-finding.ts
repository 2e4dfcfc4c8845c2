import { type Kysely, sql } from 'kysely'

/** Lists of tasks in the order that people gave them, and by a custom field. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const part of [orders]) await sql.raw(part).execute(database)
}

// What lists were sorted by before a write is remembered for two hours (decision 6): the order of people too, and values of
// custom fields with those writes alone that changed them.
const orders = `
create index task_priority_order on task (account_id, priority, task_id) where deleted_at is null;

create or replace function task_touched() returns trigger language plpgsql as $$
begin
  if old.changed_in <> pg_current_xact_id() then
    new.earlier := (
      select coalesce(jsonb_agg(entry), '[]') from jsonb_array_elements(coalesce(old.earlier, '[]')) entry
      where (entry ->> 'at')::timestamptz > now() - interval '2 hours'
    ) || (jsonb_build_object(
      'by', pg_current_xact_id()::text, 'at', now(),
      'updated_at', old.updated_at, 'completed_at', old.completed_at, 'start_at', old.start_at, 'due_at', old.due_at,
      'title', old.title, 'status_group', old.status_group, 'importance', old.importance, 'priority', old.priority)
      || case when new.custom_fields is distinct from old.custom_fields
        then jsonb_build_object('custom_fields', old.custom_fields) else '{}' end);
    new.changed_in := pg_current_xact_id();
    new.updated_at := greatest(new.updated_at, now());
  -- A later write of the same transaction: what the values were before it is not remembered yet.
  elsif new.custom_fields is distinct from old.custom_fields and not (new.earlier -> -1 ? 'custom_fields') then
    new.earlier := jsonb_set(new.earlier, '{-1,custom_fields}', old.custom_fields);
  end if;
  return new;
end $$;
`
