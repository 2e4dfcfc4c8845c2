import { type Kysely, sql } from 'kysely'

/**
 * The tables of accounts, people, work items and events.
 *
 * Every table that holds account data starts its primary key with `account_id`, so that it can be distributed by it.
 * `person` is global: one person may be in several accounts. Numbers are unique in the installation, not per account.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(accounts).execute(database)
  await sql.raw(settings).execute(database)
  await sql.raw(folders).execute(database)
  await sql.raw(tasks).execute(database)
  await sql.raw(aroundTasks).execute(database)
  await sql.raw(events).execute(database)
}

const accounts = `
create sequence account_number;
create sequence person_number;
create sequence group_number;
create sequence invitation_number;

create table account (
  account_id bigint primary key default nextval('account_number'),
  name text not null,
  plan text not null default 'Pinnacle',
  date_format text not null default 'dd/MM/yyyy',
  first_day_of_week text not null default 'Mon',
  work_days text[] not null default '{Mon,Tue,Wed,Thu,Fri}',
  suspended boolean not null default false,
  metadata jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table person (
  person_id bigint primary key default nextval('person_number'),
  email text not null unique check (email = lower(email)),
  password_hash text,
  first_name text not null default '',
  last_name text not null default '',
  time_zone text not null default 'Etc/UTC',
  locale text not null default 'en',
  title text, company_name text, phone text, location text,
  email_confirmed_at timestamptz,
  created_at timestamptz not null default now()
);

create table account_user (
  account_id bigint not null references account,
  person_id bigint not null references person,
  role text not null check (role in ('owner', 'admin', 'regular', 'external', 'collaborator')),
  state text not null default 'active' check (state in ('invited', 'active', 'inactive', 'removed')),
  metadata jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  bill_rate jsonb,
  cost_rate jsonb,
  joined_at timestamptz not null default now(),
  primary key (account_id, person_id)
);
create unique index account_user_owner on account_user (account_id) where role = 'owner';
create index account_user_person on account_user (person_id);

create table user_group (
  account_id bigint not null references account,
  group_id bigint not null default -nextval('group_number') check (group_id < 0),
  title text not null,
  avatar_letters text not null,
  avatar_color text not null,
  is_default boolean not null default false,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (account_id, group_id)
);
create unique index user_group_default on user_group (account_id) where is_default;

create table group_member (
  account_id bigint not null,
  group_id bigint not null,
  person_id bigint not null,
  primary key (account_id, group_id, person_id),
  foreign key (account_id, group_id) references user_group on delete cascade,
  foreign key (account_id, person_id) references account_user
);
create index group_member_person on group_member (account_id, person_id);

create table group_parent (
  account_id bigint not null,
  group_id bigint not null,
  parent_group_id bigint not null,
  primary key (account_id, group_id, parent_group_id),
  foreign key (account_id, group_id) references user_group on delete cascade,
  foreign key (account_id, parent_group_id) references user_group on delete cascade
);

create table invitation (
  account_id bigint not null,
  invitation_id bigint not null default nextval('invitation_number'),
  person_id bigint not null,
  email text not null,
  first_name text, last_name text,
  role text not null check (role in ('regular', 'external', 'collaborator', 'admin')),
  status text not null default 'Pending' check (status in ('Pending', 'Accepted', 'Declined', 'Cancelled')),
  inviter_id bigint not null,
  subject text, message text,
  invited_at timestamptz not null default now(),
  resolved_at timestamptz,
  primary key (account_id, invitation_id),
  foreign key (account_id, person_id) references account_user,
  foreign key (account_id, inviter_id) references account_user (account_id, person_id)
);
create index invitation_person on invitation (account_id, person_id);
`

const settings = `
create sequence status_number start 1000;
create sequence custom_field_number;

create table workflow (
  account_id bigint not null references account,
  workflow_id bigint not null default nextval('status_number'),
  name text not null,
  description text,
  standard boolean not null default false,
  hidden boolean not null default false,
  space_id bigint,
  created_at timestamptz not null default now(),
  primary key (account_id, workflow_id)
);

create table custom_status (
  account_id bigint not null,
  custom_status_id bigint not null default nextval('status_number'),
  workflow_id bigint not null,
  name text not null,
  standard_name boolean not null default false,
  color text,
  standard boolean not null default false,
  status_group text not null check (status_group in ('Active', 'Completed', 'Deferred', 'Cancelled')),
  hidden boolean not null default false,
  position integer not null,
  primary key (account_id, custom_status_id),
  foreign key (account_id, workflow_id) references workflow
);
create index custom_status_workflow on custom_status (account_id, workflow_id, position);

create table custom_field (
  account_id bigint not null references account,
  custom_field_id bigint not null default nextval('custom_field_number'),
  title text not null,
  type text not null,
  space_id bigint,
  settings jsonb not null default '{}',
  shared_ids bigint[] not null default '{}',
  description text not null default '',
  archived_at timestamptz,
  archived_by bigint,
  created_at timestamptz not null default now(),
  primary key (account_id, custom_field_id)
);
`

const folders = `
-- Tasks, folders, projects and spaces share one run of numbers: it is the number in permalinks and in both id forms.
create sequence work_item_number;

create table folder (
  account_id bigint not null references account,
  folder_id bigint not null default nextval('work_item_number'),
  title text not null,
  description text not null default '',
  color text not null default 'None',
  author_id bigint not null,
  workflow_id bigint not null,
  is_space boolean not null default false,
  is_project boolean not null default false,
  inherits_access boolean not null default true,
  metadata jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  custom_columns bigint[] not null default '{}',
  project_author_id bigint,
  project_status_id bigint,
  project_start date,
  project_end date,
  project_created_at timestamptz,
  project_completed_at timestamptz,
  contract_type text check (contract_type in ('Billable', 'NonBillable')),
  budget double precision,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  deleted_with bigint,
  version bigint not null default 1,
  primary key (account_id, folder_id),
  foreign key (account_id, workflow_id) references workflow
);
create index folder_updated on folder (account_id, updated_at desc, folder_id desc) where deleted_at is null;
create index folder_deleted on folder (account_id, deleted_with) where deleted_at is not null;

create table folder_parent (
  account_id bigint not null,
  folder_id bigint not null,
  parent_id bigint not null,
  -- Set while the parent is in the recycle bin and this child, living elsewhere too, is not: the link waits to be restored.
  deleted_with bigint,
  primary key (account_id, folder_id, parent_id),
  foreign key (account_id, folder_id) references folder,
  foreign key (account_id, parent_id) references folder (account_id, folder_id),
  check (folder_id <> parent_id)
);
create index folder_parent_child on folder_parent (account_id, parent_id, folder_id);

create table folder_owner (
  account_id bigint not null,
  folder_id bigint not null,
  person_id bigint not null,
  primary key (account_id, folder_id, person_id),
  foreign key (account_id, folder_id) references folder,
  foreign key (account_id, person_id) references account_user
);

-- Shares as people made them. Space members are shares of the space's folder; 'guest' is the role a public space gives all regular users.
create table folder_share (
  account_id bigint not null,
  folder_id bigint not null,
  principal_id bigint not null,
  kind text not null default 'share' check (kind in ('share', 'guest')),
  role smallint not null check (role between 1 and 4),
  is_manager boolean not null default false,
  primary key (account_id, folder_id, principal_id, kind),
  foreign key (account_id, folder_id) references folder
);

-- Who reaches which folder with which role, inherited shares included: derived from folder_share and folder_parent by access/folder-access.ts, always in the transaction that changes them.
create table folder_access (
  account_id bigint not null,
  principal_id bigint not null,
  folder_id bigint not null,
  role smallint not null,
  primary key (account_id, principal_id, folder_id) include (role),
  foreign key (account_id, folder_id) references folder
);
create index folder_access_folder on folder_access (account_id, folder_id, principal_id) include (role);

create table space (
  account_id bigint not null,
  folder_id bigint not null,
  access_type text not null check (access_type in ('Personal', 'Private', 'Public', 'Locked')),
  archived boolean not null default false,
  default_project_workflow_id bigint,
  default_task_workflow_id bigint,
  suggested_project_workflow_ids bigint[] not null default '{}',
  suggested_task_workflow_ids bigint[] not null default '{}',
  primary key (account_id, folder_id),
  foreign key (account_id, folder_id) references folder
);
`

const tasks = `
create table task (
  account_id bigint not null references account,
  task_id bigint not null default nextval('work_item_number'),
  title text not null,
  description text not null default '',
  author_id bigint not null,
  custom_status_id bigint not null,
  status_group text not null check (status_group in ('Active', 'Completed', 'Deferred', 'Cancelled')),
  importance text not null default 'Normal' check (importance in ('High', 'Normal', 'Low')),
  date_type text not null default 'Backlog' check (date_type in ('Backlog', 'Milestone', 'Planned')),
  start_at timestamp,
  due_at timestamp,
  duration_minutes integer,
  work_on_weekends boolean not null default false,
  priority text collate "C" not null,
  billing_type text check (billing_type in ('Billable', 'NonBillable')),
  effort_allocation jsonb,
  metadata jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz,
  deleted_at timestamptz,
  deleted_with bigint,
  -- In no folder and not at the root, but inside other tasks: kept by access/task-access.ts.
  only_subtask boolean not null default false,
  -- Who wrote the row last, and what lists were sorted by before recent writes: a list that is read page by page keeps the
  -- order of its first page (docs/decisions/0006-pages-that-hold-still.md). Kept by the trigger task_touched.
  changed_in xid8 not null default pg_current_xact_id(),
  earlier jsonb,
  version bigint not null default 1,
  primary key (account_id, task_id),
  foreign key (account_id, custom_status_id) references custom_status
);
create index task_updated on task (account_id, updated_at desc, task_id desc) where deleted_at is null;
create index task_created on task (account_id, created_at, task_id) where deleted_at is null;
create index task_due on task (account_id, coalesce(due_at, 'infinity'), task_id) where deleted_at is null;
create index task_title on task (account_id, left(lower(title), 100), task_id) where deleted_at is null;
create index task_priority on task (account_id, priority);
create index task_deleted on task (account_id, deleted_with) where deleted_at is not null;

create function task_touched() returns trigger language plpgsql as $$
begin
  if old.changed_in <> pg_current_xact_id() then
    new.earlier := (
      select coalesce(jsonb_agg(entry), '[]') from jsonb_array_elements(coalesce(old.earlier, '[]')) entry
      where (entry ->> 'at')::timestamptz > now() - interval '2 hours'
    ) || jsonb_build_object(
      'by', pg_current_xact_id()::text, 'at', now(),
      'updated_at', old.updated_at, 'completed_at', old.completed_at, 'start_at', old.start_at, 'due_at', old.due_at,
      'title', old.title, 'status_group', old.status_group, 'importance', old.importance);
    new.changed_in := pg_current_xact_id();
    new.updated_at := greatest(new.updated_at, now());
  end if;
  return new;
end $$;
create trigger task_touched before update on task for each row execute function task_touched();

-- The folders a task is in: 'direct' as people put it, 'inherited' from the tasks above it. One row says both.
create table task_placement (
  account_id bigint not null,
  task_id bigint not null,
  folder_id bigint not null,
  direct boolean not null,
  inherited boolean not null default false,
  deleted_with bigint,
  primary key (account_id, task_id, folder_id),
  foreign key (account_id, task_id) references task,
  foreign key (account_id, folder_id) references folder
);
create index task_placement_folder on task_placement (account_id, folder_id, task_id) where deleted_with is null;

create table super_task (
  account_id bigint not null,
  task_id bigint not null,
  super_task_id bigint not null,
  primary key (account_id, task_id, super_task_id),
  foreign key (account_id, task_id) references task,
  foreign key (account_id, super_task_id) references task (account_id, task_id),
  check (task_id <> super_task_id)
);
create index super_task_sub on super_task (account_id, super_task_id, task_id);

-- Shares of single tasks as people made them, and below the same with what subtasks inherit: kept by access/task-access.ts.
create table task_share (
  account_id bigint not null,
  task_id bigint not null,
  principal_id bigint not null,
  primary key (account_id, task_id, principal_id),
  foreign key (account_id, task_id) references task
);
create table task_access (
  account_id bigint not null,
  principal_id bigint not null,
  task_id bigint not null,
  primary key (account_id, principal_id, task_id),
  foreign key (account_id, task_id) references task
);
create index task_access_task on task_access (account_id, task_id, principal_id);

create table task_responsible (
  account_id bigint not null,
  task_id bigint not null,
  person_id bigint not null,
  primary key (account_id, task_id, person_id),
  foreign key (account_id, task_id) references task,
  foreign key (account_id, person_id) references account_user
);
create index task_responsible_person on task_responsible (account_id, person_id, task_id);

create table task_follower (
  account_id bigint not null,
  task_id bigint not null,
  person_id bigint not null,
  primary key (account_id, task_id, person_id),
  foreign key (account_id, task_id) references task,
  foreign key (account_id, person_id) references account_user
);
`

const aroundTasks = `
create sequence comment_number;
create sequence timelog_number;
create sequence timelog_category_number;

create table comment (
  account_id bigint not null,
  comment_id bigint not null default nextval('comment_number'),
  task_id bigint,
  folder_id bigint,
  author_id bigint not null,
  text text not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 1,
  primary key (account_id, comment_id),
  foreign key (account_id, task_id) references task,
  foreign key (account_id, folder_id) references folder,
  check (num_nonnulls(task_id, folder_id) = 1)
);
create index comment_task on comment (account_id, task_id, created_at desc);
create index comment_folder on comment (account_id, folder_id, created_at desc);
create index comment_created on comment (account_id, created_at desc, comment_id desc);

create table dependency (
  account_id bigint not null,
  predecessor_id bigint not null,
  successor_id bigint not null,
  relation_type text not null check (relation_type in ('StartToStart', 'StartToFinish', 'FinishToStart', 'FinishToFinish')),
  lag_minutes integer not null default 0,
  version bigint not null default 1,
  primary key (account_id, predecessor_id, successor_id),
  foreign key (account_id, predecessor_id) references task (account_id, task_id),
  foreign key (account_id, successor_id) references task (account_id, task_id),
  check (predecessor_id <> successor_id)
);
create index dependency_successor on dependency (account_id, successor_id);

create table timelog_category (
  account_id bigint not null references account,
  timelog_category_id bigint not null default nextval('timelog_category_number'),
  name text not null,
  position integer not null,
  hidden boolean not null default false,
  primary key (account_id, timelog_category_id)
);

create table timelog (
  account_id bigint not null,
  timelog_id bigint not null default nextval('timelog_number'),
  task_id bigint not null,
  person_id bigint not null,
  category_id bigint,
  hours double precision not null check (hours between 0 and 24),
  tracked_date date not null,
  comment text not null,
  billing_type text check (billing_type in ('Billable', 'NonBillable')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 1,
  primary key (account_id, timelog_id),
  foreign key (account_id, task_id) references task,
  foreign key (account_id, person_id) references account_user,
  foreign key (account_id, category_id) references timelog_category (account_id, timelog_category_id)
);
create index timelog_task on timelog (account_id, task_id);
create index timelog_person on timelog (account_id, person_id, tracked_date);
`

const events = `
create sequence event_number;

-- One event per change, written by the transaction that makes the change. 'sequence' is the event's gap-free place in its account's order, given by events/relay.ts after the commit. Partitioned by month, so that history can be kept and dropped cheaply.
create table event (
  account_id bigint not null,
  event_id bigint not null default nextval('event_number'),
  occurred_at timestamptz not null default now(),
  sequence bigint,
  type text not null,
  entity_type text not null,
  entity_id bigint not null,
  actor_id bigint,
  client_id text,
  before jsonb,
  after jsonb,
  primary key (account_id, event_id, occurred_at)
) partition by range (occurred_at);
create table event_other partition of event default;
create index event_unplaced on event (event_id) where sequence is null;
create index event_in_order on event (account_id, sequence);
create index event_entity on event (account_id, entity_type, entity_id, event_id);

create table event_sequence (
  account_id bigint primary key references account,
  last_sequence bigint not null
);
`
