/** What an account works by: workflows with their statuses, and custom fields. */
export const settings = `
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
