import { type Kysely, sql } from 'kysely'

/** What an hour costs and brings, what that makes of tasks and projects, and values that flow down and up the tree. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(rates).execute(database)
  await sql.raw(rateFunctions).execute(database)
  await sql.raw(metrics).execute(database)
  await sql.raw(inheritance).execute(database)
}

const rates = `
alter table account add column currency text not null default 'USD';
create sequence hourly_rate_number;

-- Rates of users, placeholders and job roles, in the account or in one project; those that are over stay as history. A rate counts for work of its day 'applies_from' and later.
create table hourly_rate (
  account_id bigint not null references account,
  hourly_rate_id bigint not null default nextval('hourly_rate_number'),
  subject_type text not null check (subject_type in ('User', 'Placeholder', 'JobRole')),
  subject_id bigint not null,
  folder_id bigint,
  rate_type text not null check (rate_type in ('Bill', 'Cost')),
  source text not null check (source in ('User', 'Placeholder', 'JobRole')),
  value double precision check (value >= 0),
  -- The job role whose rate it is, where that is the source.
  job_role_id bigint,
  applies_from timestamptz not null default now(),
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (account_id, hourly_rate_id),
  foreign key (account_id, folder_id) references folder,
  foreign key (account_id, job_role_id) references job_role
);
create unique index hourly_rate_current on hourly_rate (account_id, subject_type, subject_id, rate_type, coalesce(folder_id, 0)) where ended_at is null;
create index hourly_rate_subject on hourly_rate (account_id, subject_type, subject_id, rate_type, started_at);
create index hourly_rate_folder on hourly_rate (account_id, folder_id) where folder_id is not null;
create index hourly_rate_job_role on hourly_rate (account_id, job_role_id) where job_role_id is not null;

insert into hourly_rate (account_id, subject_type, subject_id, rate_type, source, value, started_at, applies_from)
select u.account_id, 'User', u.person_id, r.rate_type, 'User', (r.rate ->> 'rateValue')::double precision, u.joined_at, u.joined_at
from account_user u cross join lateral (values ('Bill', u.bill_rate), ('Cost', u.cost_rate)) r (rate_type, rate)
where r.rate ->> 'rateValue' is not null;

create table project_exclusion (
  account_id bigint not null,
  folder_id bigint not null,
  subject_type text not null check (subject_type in ('User', 'Placeholder')),
  subject_id bigint not null,
  primary key (account_id, folder_id, subject_type, subject_id),
  foreign key (account_id, folder_id) references folder
);
`

const rateFunctions = `
-- The rate of a subject in a project (or the account, where p_folder is null) for work of a day: the one set last among those that count for it. Work before the first rate of an account has that one.
create function hourly_rate_on(p_account bigint, p_subject text, p_id bigint, p_type text, p_folder bigint, p_day date)
returns hourly_rate language sql stable as $$
  select r from hourly_rate r
  where r.account_id = p_account and r.subject_type = p_subject and r.subject_id = p_id and r.rate_type = p_type
    and r.folder_id is not distinct from p_folder
    and (r.applies_from::date <= p_day or p_folder is null)
    and (r.ended_at is null or r.ended_at::date > p_day or exists (
      select from hourly_rate n where n.account_id = r.account_id and n.subject_type = r.subject_type and n.subject_id = r.subject_id
        and n.rate_type = r.rate_type and n.folder_id is not distinct from r.folder_id and n.started_at >= r.ended_at))
  order by r.applies_from::date <= p_day desc,
    case when r.applies_from::date <= p_day then r.started_at end desc, r.started_at, r.hourly_rate_id desc
  limit 1
$$;

-- What an hour of a subject is worth on a day, in a place below these folders (nearest first): its own rate there or in the account, or that of its job role.
create function hourly_rate_value(p_account bigint, p_subject text, p_id bigint, p_type text, p_folders bigint[], p_day date)
returns double precision language plpgsql stable as $$
declare
  own hourly_rate;
  place bigint;
  places bigint[] := coalesce(p_folders, '{}') || null::bigint;
begin
  foreach place in array places loop
    own := hourly_rate_on(p_account, p_subject, p_id, p_type, place, p_day);
    exit when own.hourly_rate_id is not null;
  end loop;
  if own.hourly_rate_id is null or own.source <> 'JobRole' or p_subject = 'JobRole' then return own.value; end if;
  return hourly_rate_value(p_account, 'JobRole', own.job_role_id, p_type, p_folders, p_day);
end $$;
`

const metrics = `
-- What work has cost and brought, and is planned to: of tasks, of projects with all below them, and budgets. The row without an end holds now.
create table finance_metric (
  account_id bigint not null references account,
  -- A task or a project: they share one run of numbers.
  item_id bigint not null,
  metric text not null check (metric in ('actualFees', 'actualCost', 'plannedFees', 'plannedCost', 'budget')),
  value double precision not null,
  start_at timestamptz not null default now(),
  end_at timestamptz,
  primary key (account_id, item_id, metric, start_at)
);
create unique index finance_metric_current on finance_metric (account_id, item_id, metric) where end_at is null;

insert into finance_metric (account_id, item_id, metric, value, start_at)
select account_id, folder_id, 'budget', budget, updated_at from folder where budget is not null;
`

const inheritance = `
-- Fields whose value flows down from a folder or task to all below it: a custom field, or a field of the system by its name.
create table cascading_field (
  account_id bigint not null references account,
  item_id bigint not null,
  item_type text not null check (item_type in ('folder', 'task')),
  custom_field_id bigint not null default 0,
  system_field text not null default '',
  enabled_by bigint not null,
  enabled_at timestamptz not null default now(),
  primary key (account_id, item_id, custom_field_id, system_field),
  check ((custom_field_id = 0) <> (system_field = ''))
);

-- Fields whose value on a folder or task is made of those of what is directly below it.
create table rollup_field (
  account_id bigint not null references account,
  item_id bigint not null,
  item_type text not null check (item_type in ('folder', 'task')),
  custom_field_id bigint not null default 0,
  system_field text not null default '',
  aggregation text not null check (aggregation in ('Sum', 'Average', 'Min', 'Max')),
  primary key (account_id, item_id, custom_field_id, system_field),
  check ((custom_field_id = 0) <> (system_field = ''))
);
`
