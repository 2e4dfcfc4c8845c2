import { type Kysely, sql } from 'kysely'

/** Who work is planned for beside people (job roles, placeholders, equipment), the types of items, and bookings. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(resources).execute(database)
  await sql.raw(itemTypes).execute(database)
  await sql.raw(bookings).execute(database)
}

const resources = `
create sequence job_role_number;
create sequence placeholder_number;

create table job_role (
  account_id bigint not null references account,
  job_role_id bigint not null default nextval('job_role_number'),
  title text not null,
  short_title text not null,
  avatar_color text not null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (account_id, job_role_id)
);

alter table account_user add column job_role_id bigint;
alter table account_user add constraint account_user_job_role foreign key (account_id, job_role_id) references job_role;
create index account_user_in_job_role on account_user (account_id, job_role_id) where job_role_id is not null;

create table placeholder (
  account_id bigint not null references account,
  placeholder_id bigint not null default nextval('placeholder_number'),
  title text not null,
  short_title text not null,
  avatar_color text not null,
  job_role_id bigint,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (account_id, placeholder_id),
  foreign key (account_id, job_role_id) references job_role
);

create table task_placeholder (
  account_id bigint not null,
  task_id bigint not null,
  placeholder_id bigint not null,
  primary key (account_id, task_id, placeholder_id),
  foreign key (account_id, task_id) references task,
  foreign key (account_id, placeholder_id) references placeholder
);
create index task_placeholder_of on task_placeholder (account_id, placeholder_id, task_id);

-- Equipment. It shares the numbers of people, because it stands among them in lists of contacts.
create table asset (
  account_id bigint not null references account,
  asset_id bigint not null default nextval('person_number'),
  name text not null,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (account_id, asset_id)
);
`

const itemTypes = `
create sequence custom_item_type_number;

create table custom_item_type (
  account_id bigint not null references account,
  custom_item_type_id bigint not null default nextval('custom_item_type_number'),
  title text not null,
  related_type text not null check (related_type in ('Project', 'Task')),
  space_id bigint,
  description text not null default '',
  icon jsonb not null default '{}',
  custom_field_ids bigint[] not null default '{}',
  default_workflow_id bigint,
  archived_at timestamptz,
  archived_by bigint,
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (account_id, custom_item_type_id),
  foreign key (account_id, space_id) references folder (account_id, folder_id),
  foreign key (account_id, default_workflow_id) references workflow (account_id, workflow_id)
);
create index custom_item_type_space on custom_item_type (account_id, space_id) where space_id is not null;

alter table task add column custom_item_type_id bigint;
alter table task add constraint task_item_type foreign key (account_id, custom_item_type_id) references custom_item_type;
create index task_of_item_type on task (account_id, custom_item_type_id) where custom_item_type_id is not null;
alter table folder add column custom_item_type_id bigint;
alter table folder add constraint folder_item_type foreign key (account_id, custom_item_type_id) references custom_item_type;
create index folder_of_item_type on folder (account_id, custom_item_type_id) where custom_item_type_id is not null;
`

const bookings = `
create sequence booking_number;

create table booking (
  account_id bigint not null,
  booking_id bigint not null default nextval('booking_number'),
  folder_id bigint not null,
  person_id bigint,
  asset_id bigint,
  placeholder_id bigint,
  start_date date not null,
  finish_date date not null check (finish_date >= start_date),
  duration_minutes integer not null,
  work_on_weekends boolean not null default false,
  effort jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 1,
  primary key (account_id, booking_id),
  foreign key (account_id, folder_id) references folder,
  foreign key (account_id, person_id) references account_user,
  foreign key (account_id, asset_id) references asset,
  foreign key (account_id, placeholder_id) references placeholder,
  check (num_nonnulls(person_id, asset_id, placeholder_id) = 1)
);
create index booking_folder on booking (account_id, folder_id, start_date);
create index booking_person on booking (account_id, person_id, start_date) where person_id is not null;
create index booking_placeholder on booking (account_id, placeholder_id, start_date) where placeholder_id is not null;
`
