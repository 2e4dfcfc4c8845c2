import { type Kysely, sql } from 'kysely'

/**
 * Files at tasks, folders and comments. What is stored is one thing (`stored_file`), where it shows another
 * (`attachment`): copies share the content, which goes when nothing refers to it any more.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of [storedFile, attachment, ...indexes]) await sql.raw(statement).execute(database)
}

// 'arriving' until all its bytes are in the store; its name there is made of account and id, never of a client's name.
const storedFile = `
create table stored_file (
  account_id bigint not null references account,
  file_id uuid not null default gen_random_uuid(),
  state text not null default 'arriving' check (state in ('arriving', 'stored')),
  size bigint not null default 0,
  sha256 bytea,
  width integer,
  height integer,
  scanned_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (account_id, file_id)
)`

// One row for each version; 'origin_id' names the first one (null on it), 'current_id' the newest (null on it).
// Work items that are erased for good take their attachments along.
const attachment = `
create sequence attachment_number;
create table attachment (
  account_id bigint not null,
  attachment_id bigint not null default nextval('attachment_number'),
  task_id bigint,
  folder_id bigint,
  comment_id bigint,
  author_id bigint not null,
  name text not null,
  type text not null default 'Wrike'
    check (type in ('Wrike', 'Google', 'DropBox', 'Box', 'OneDrive', 'SharePoint', 'External', 'DAM')),
  content_type text not null,
  file_id uuid,
  link text,
  preview_link text,
  version integer not null default 1,
  origin_id bigint,
  current_id bigint,
  created_at timestamptz not null default now(),
  primary key (account_id, attachment_id),
  foreign key (account_id, task_id) references task on delete cascade,
  foreign key (account_id, folder_id) references folder on delete cascade,
  foreign key (account_id, comment_id) references comment on delete cascade,
  foreign key (account_id, file_id) references stored_file,
  check (num_nonnulls(task_id, folder_id) = 1),
  check ((type = 'Wrike') = (file_id is not null) and num_nonnulls(file_id, link) = 1)
)`

const indexes = [
  'create index attachment_task on attachment (account_id, task_id, created_at desc, attachment_id desc) where task_id is not null',
  'create index attachment_folder on attachment (account_id, folder_id, created_at desc, attachment_id desc) where folder_id is not null',
  'create index attachment_comment on attachment (account_id, comment_id) where comment_id is not null',
  'create index attachment_created on attachment (account_id, created_at desc, attachment_id desc)',
  'create index attachment_origin on attachment (account_id, origin_id) where origin_id is not null',
  'create index attachment_file on attachment (account_id, file_id) where file_id is not null',
]
