import { type Kysely, sql } from 'kysely'

/** Imports of files: each row of a file, what became of it, and when the import itself last touched its task. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(imports).execute(database)
}

const imports = `
create sequence import_number;

create table file_import (
  account_id bigint not null references account,
  import_id bigint not null default nextval('import_number'),
  person_id bigint not null,
  folder_id bigint not null,
  -- The file; it may have been deleted since.
  attachment_id bigint not null,
  async_job_id bigint,
  status text not null default 'InProgress' check (status in ('InProgress', 'Completed', 'Failed', 'Undone')),
  created_at timestamptz not null default now(),
  primary key (account_id, import_id),
  foreign key (account_id, folder_id) references folder
);
create index file_import_folder on file_import (account_id, folder_id);

create table file_import_row (
  account_id bigint not null,
  import_id bigint not null,
  -- As people count in a spreadsheet: the header is row 1.
  row_number integer not null,
  parent_row integer,
  -- Rows are made in this order: parents first.
  position integer not null,
  -- What the task is made of, until it is.
  input jsonb,
  outcome text check (outcome in ('Created', 'Skipped', 'Failed')),
  reason text,
  task_id bigint,
  -- The last transaction of the import that wrote the task: with a later one somebody else has changed it.
  changed_in xid8,
  primary key (account_id, import_id, row_number),
  foreign key (account_id, import_id) references file_import on delete cascade,
  foreign key (account_id, task_id) references task on delete set null (task_id)
);
create index file_import_row_waiting on file_import_row (account_id, import_id, position) where outcome is null;
create index file_import_row_task on file_import_row (account_id, task_id) where task_id is not null;
`
