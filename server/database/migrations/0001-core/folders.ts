/** Folders, projects and spaces, where they lie, and who reaches them. */
export const folders = `
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
