import { type Kysely, sql } from 'kysely'

/** What the owner of the server may do about applications, and the record of what they did. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(states).execute(database)
  await sql.raw(acts).execute(database)
}

const states = `
alter table application
  -- Null: the server's own limit. 0: no limit.
  add column requests_per_minute integer check (requests_per_minute >= 0),
  add column suspended_at timestamptz,
  add column suspended_because text,
  -- To ten minutes.
  add column last_used_at timestamptz,
  add constraint application_suspended_because check ((suspended_at is null) = (suspended_because is null));
create index application_in_order on application (created_at desc, client_id);
create index application_by_name on application (lower(name), client_id);
create index webhook_application on webhook (client_id);
`

const acts = `
-- No reference to the application: what was done to it outlives it.
create table desk_act (
  act_id bigint generated always as identity primary key,
  acted_at timestamptz not null default now(),
  act text not null,
  by_person_id bigint references person,
  why text not null,
  client_id text,
  application_name text,
  about_person_id bigint references person,
  details jsonb not null default '{}'
);
create index desk_act_application on desk_act (client_id, act_id desc) where client_id is not null;
create index desk_act_person on desk_act (about_person_id, act_id desc) where about_person_id is not null;
`
