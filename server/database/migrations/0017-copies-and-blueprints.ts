import { type Kysely, sql } from 'kysely'

/** What a copy that is being made turns into what, and which folders and tasks are blueprints. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(copies).execute(database)
  await sql.raw(blueprints).execute(database)
}

const copies = `
create sequence copy_number;

-- Original and copy while a copy is being made: gone when it is done.
create table copied_folder (
  account_id bigint not null references account,
  copy_id bigint not null,
  source_id bigint not null,
  target_id bigint not null default nextval('work_item_number'),
  primary key (account_id, copy_id, source_id)
);
create table copied_task (
  account_id bigint not null references account,
  copy_id bigint not null,
  source_id bigint not null,
  target_id bigint not null default nextval('work_item_number'),
  -- In the order of the originals.
  position integer not null,
  primary key (account_id, copy_id, source_id)
);
create index copied_task_position on copied_task (account_id, copy_id, position);
`

const blueprints = `
-- Blueprints are folders and tasks that hang under nothing and are shared with nobody: no list of folders and tasks finds
-- them. Who sees the space of a blueprint sees the blueprint.
create table folder_blueprint (
  account_id bigint not null,
  folder_id bigint not null,
  space_id bigint not null,
  -- The item that the blueprint was made of, with all below.
  root_id bigint not null,
  primary key (account_id, folder_id),
  foreign key (account_id, folder_id) references folder,
  foreign key (account_id, space_id) references folder (account_id, folder_id)
);
create index folder_blueprint_space on folder_blueprint (account_id, space_id, folder_id);
create table task_blueprint (
  account_id bigint not null,
  task_id bigint not null,
  space_id bigint not null,
  root_id bigint not null,
  primary key (account_id, task_id),
  foreign key (account_id, task_id) references task,
  foreign key (account_id, space_id) references folder (account_id, folder_id)
);
create index task_blueprint_space on task_blueprint (account_id, space_id, task_id);
`
