import { type Kysely, sql } from 'kysely'

/** Series of tasks, and an index for each order that lists of tasks may have. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(series).execute(database)
  await sql.raw(orders).execute(database)
}

const series = `
create sequence recurrence_number;
create table recurrence (
  account_id bigint not null references account,
  recurrence_id bigint not null default nextval('recurrence_number'),
  name text,
  schedule_type text not null check (schedule_type in ('Daily', 'Weekly', 'Monthly', 'Yearly')),
  schedule_frequency integer not null check (schedule_frequency > 0),
  week_days text[],
  interval_start_date date not null,
  interval_end_date date,
  occurrence_limit integer,
  state text not null default 'Active' check (state in ('Active', 'Finished', 'Stopped')),
  created_at timestamptz not null default now(),
  version bigint not null default 1,
  primary key (account_id, recurrence_id)
);

-- The place of a task in its series. No series has two tasks of one number, those in the recycle bin included.
alter table task add column recurrence_id bigint;
alter table task add column occurrence_number integer;
alter table task add column occurrence_date date;
alter table task add foreign key (account_id, recurrence_id) references recurrence;
create unique index task_occurrence on task (account_id, recurrence_id, occurrence_number) where recurrence_id is not null;
`

// The expressions are those of resources/tasks/order.ts. Titles sort by bytes in any database, as pages put them together.
const orders = `
create index task_completed on task (account_id, coalesce(completed_at, 'infinity'), task_id) where deleted_at is null;
create index task_interval on task (account_id, coalesce(start_at, due_at, 'infinity'), task_id) where deleted_at is null;
create index task_status on task (account_id, array_position('{Active,Completed,Deferred,Cancelled}'::text[], status_group), task_id) where deleted_at is null;
create index task_importance on task (account_id, array_position('{High,Normal,Low}'::text[], importance), task_id) where deleted_at is null;
create index task_title_bytes on task (account_id, (left(lower(title), 100) collate "C"), task_id) where deleted_at is null;
drop index task_title;
`
