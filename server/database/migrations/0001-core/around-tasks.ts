/** What is written about tasks: comments, dependencies and records of time. */
export const aroundTasks = `
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
