/** Tasks, the folders they are in, the tasks above them, and who has to do with them. */
export const tasks = `
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
