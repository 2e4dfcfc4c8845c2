import { type Kysely, sql } from 'kysely'

/** Approvals, locked and collected time, and request forms. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const part of [approvals, locks, timesheets, requestForms]) await sql.raw(part).execute(database)
}

const approvals = `
create sequence approval_number;

create table approval (
  account_id bigint not null references account,
  approval_id bigint not null default nextval('approval_number'),
  task_id bigint,
  folder_id bigint,
  author_id bigint not null,
  type text not null default 'Regular' check (type in ('Regular', 'FilesOnly')),
  description text not null default '',
  due_date date,
  finish_on_approve boolean not null default true,
  finish_on_reject boolean not null default true,
  status text not null check (status in ('Draft', 'Pending', 'Approved', 'Rejected', 'Cancelled')),
  finisher_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 1,
  primary key (account_id, approval_id),
  foreign key (account_id, task_id) references task on delete cascade,
  foreign key (account_id, folder_id) references folder on delete cascade,
  foreign key (account_id, author_id) references account_user (account_id, person_id),
  check (num_nonnulls(task_id, folder_id) = 1)
);
create index approval_task on approval (account_id, task_id) where task_id is not null;
create index approval_folder on approval (account_id, folder_id) where folder_id is not null;

create table approval_decision (
  account_id bigint not null,
  approval_id bigint not null,
  approver_id bigint not null,
  status text not null default 'Pending' check (status in ('Pending', 'Approved', 'Rejected')),
  comment text not null default '',
  updated_at timestamptz not null default now(),
  primary key (account_id, approval_id, approver_id),
  foreign key (account_id, approval_id) references approval on delete cascade,
  foreign key (account_id, approver_id) references account_user (account_id, person_id)
);
create index approval_decision_approver on approval_decision (account_id, approver_id, approval_id);

-- First versions of files. No reference to their table: a file that is deleted stays part of what was approved.
create table approval_attachment (
  account_id bigint not null,
  approval_id bigint not null,
  attachment_id bigint not null,
  primary key (account_id, approval_id, attachment_id),
  foreign key (account_id, approval_id) references approval on delete cascade
);
create index approval_attachment_file on approval_attachment (account_id, attachment_id);
`

// The locked periods of a folder never touch: neighbours are one row. Both days are inside.
const locks = `
create table timelog_lock (
  account_id bigint not null,
  folder_id bigint not null,
  start_date date not null,
  end_date date not null,
  primary key (account_id, folder_id, start_date),
  foreign key (account_id, folder_id) references folder on delete cascade,
  check (start_date <= end_date)
);
`

// Time is kept once, in timelog: a row of a timesheet says which task and category its entries have. Rows are kept by
// whoever writes time (resources/timesheets/collect.ts).
const timesheets = `
create sequence timesheet_number;
create sequence timesheet_row_number;

create table timesheet (
  account_id bigint not null,
  timesheet_id bigint not null default nextval('timesheet_number'),
  person_id bigint not null,
  timeframe text not null check (timeframe in ('Weekly', 'Monthly')),
  period_start date not null,
  period_end date not null,
  status text not null default 'NotSubmitted' check (status in ('NotSubmitted', 'Pending', 'Approved', 'Rejected')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 1,
  primary key (account_id, timesheet_id),
  unique (account_id, person_id, timeframe, period_start),
  foreign key (account_id, person_id) references account_user
);
create index timesheet_period on timesheet (account_id, period_start, timesheet_id);

create table timesheet_row (
  account_id bigint not null,
  timesheet_row_id bigint not null default nextval('timesheet_row_number'),
  timesheet_id bigint not null,
  task_id bigint not null,
  category_id bigint,
  primary key (account_id, timesheet_row_id),
  unique nulls not distinct (account_id, timesheet_id, task_id, category_id),
  foreign key (account_id, timesheet_id) references timesheet on delete cascade,
  foreign key (account_id, task_id) references task on delete cascade,
  foreign key (account_id, category_id) references timelog_category (account_id, timelog_category_id)
);

create table timesheet_submission_rule (
  account_id bigint not null references account,
  work_schedule_id bigint not null,
  enabled boolean not null default false,
  rule_type text not null default 'Soft' check (rule_type in ('Hard', 'Soft')),
  frequency text not null default 'Week' check (frequency in ('Day', 'Week', 'Month')),
  track_exceptions_mode text not null default 'TotalCapacity' check (track_exceptions_mode in ('TotalCapacity', 'ActualCapacity')),
  primary key (account_id, work_schedule_id)
);
`

// 'keeper_id' is who saved the form last: what is submitted is created with that person's reach.
const requestForms = `
create sequence request_form_number;
create sequence request_form_submission_number;

create table request_form (
  account_id bigint not null,
  request_form_id bigint not null default nextval('request_form_number'),
  space_id bigint not null,
  title text not null,
  description text not null default '',
  pages jsonb not null,
  creates text not null check (creates in ('Task', 'Project')),
  folder_id bigint not null,
  item_title text not null,
  enabled boolean not null default true,
  keeper_id bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 1,
  primary key (account_id, request_form_id),
  foreign key (account_id, space_id) references space (account_id, folder_id) on delete cascade,
  foreign key (account_id, folder_id) references folder,
  foreign key (account_id, keeper_id) references account_user (account_id, person_id)
);
create index request_form_space on request_form (account_id, space_id, request_form_id);

create table request_form_submission (
  account_id bigint not null,
  submission_id bigint not null default nextval('request_form_submission_number'),
  request_form_id bigint not null,
  person_id bigint not null,
  task_id bigint,
  project_id bigint,
  answers jsonb not null,
  created_at timestamptz not null default now(),
  primary key (account_id, submission_id),
  foreign key (account_id, request_form_id) references request_form on delete cascade
);
create index request_form_submission_form on request_form_submission (account_id, request_form_id, created_at);
`
