import { type Kysely, sql } from 'kysely'

/** What people let the server do in the background, and how far it is. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(asyncJobs).execute(database)
}

const asyncJobs = `
create sequence async_job_number;

create table async_job (
  account_id bigint not null references account,
  async_job_id bigint not null default nextval('async_job_number'),
  type text not null,
  -- Who started it, through which application and with which scopes: it runs as that caller.
  person_id bigint not null,
  client_id text not null,
  scopes text[] not null,
  -- Where the request came from, for the audit log.
  address text,
  input jsonb not null,
  status text not null default 'InQueue' check (status in ('InQueue', 'InProgress', 'Completed', 'Failed')),
  total_count integer,
  processed_count integer,
  -- Where the next step begins: written by the transaction of the step before it.
  state jsonb,
  result jsonb,
  error_message text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (account_id, async_job_id),
  foreign key (account_id, person_id) references account_user
);
create index async_job_person on async_job (account_id, person_id, status);
`
