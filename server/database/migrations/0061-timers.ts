import { type Kysely, sql } from 'kysely'

/** What people are working on right now: a timer each. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(timers).execute(database)
}

const timers = `
create table timer (
  account_id bigint not null,
  person_id bigint not null,
  task_id bigint not null,
  started_at timestamptz not null default now(),
  -- None while it is paused; 'seconds' is what it ran before.
  running_since timestamptz default now(),
  seconds integer not null default 0 check (seconds >= 0),
  comment text not null default '',
  category_id bigint,
  primary key (account_id, person_id),
  foreign key (account_id, person_id) references account_user on delete cascade,
  foreign key (account_id, task_id) references task on delete cascade,
  foreign key (account_id, category_id) references timelog_category (account_id, timelog_category_id) on delete set null (category_id)
);
create index timer_task on timer (account_id, task_id);
create index timer_category on timer (account_id, category_id) where category_id is not null;
`
