import { type Kysely, sql } from 'kysely'

/** Exports of all data of an account: one at a time, a file for each table. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(exports).execute(database)
}

const exports = `
create sequence data_export_number;

create table data_export (
  account_id bigint not null references account,
  data_export_id bigint not null default nextval('data_export_number'),
  status text not null default 'Scheduled' check (status in ('Scheduled', 'InProgress', 'Completed', 'Cancelled', 'Failed')),
  -- Null for the daily one, which nobody asks for.
  requested_by bigint,
  requested_at timestamptz not null default now(),
  completed_at timestamptz,
  primary key (account_id, data_export_id)
);
create unique index data_export_one_at_a_time on data_export (account_id) where status in ('Scheduled', 'InProgress');
create index data_export_newest on data_export (account_id, status, data_export_id desc);

-- Written before its file, so that whatever a server leaves behind is known; 'size' is null until all of it is there.
create table data_export_file (
  account_id bigint not null,
  data_export_id bigint not null,
  table_name text not null,
  file_id uuid not null default gen_random_uuid(),
  size bigint,
  row_count bigint,
  created_at timestamptz not null default now(),
  primary key (account_id, data_export_id, table_name),
  foreign key (account_id, data_export_id) references data_export on delete cascade
);
`
