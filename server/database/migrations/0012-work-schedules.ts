import { type Kysely, sql } from 'kysely'

/**
 * Work schedules: which days of the week are worked and for how long, what is different on single days, and who works by
 * which schedule. Every account has one that is the default, made with it by a trigger, so that an account which an older
 * server makes has one too.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(schedules).execute(database)
  await sql.raw(people).execute(database)
  await sql.raw(tasks).execute(database)
  await sql.raw(defaults).execute(database)
}

const schedules = `
create sequence work_schedule_number;
create sequence work_schedule_exception_number;
create sequence work_schedule_capacity_change_number;
create sequence user_schedule_exception_number;
create sequence user_schedule_capacity_change_number;
create sequence user_schedule_partial_exception_number;

create table work_schedule (
  account_id bigint not null references account,
  work_schedule_id bigint not null default nextval('work_schedule_number'),
  title text not null,
  is_default boolean not null default false,
  work_days text[] not null check (cardinality(work_days) > 0),
  capacity_minutes integer not null default 480 check (capacity_minutes between 0 and 1440),
  created_at timestamptz not null default now(),
  version bigint not null default 1,
  primary key (account_id, work_schedule_id)
);
create unique index work_schedule_default on work_schedule (account_id) where is_default;

create table work_schedule_exception (
  account_id bigint not null,
  work_schedule_exception_id bigint not null default nextval('work_schedule_exception_number'),
  work_schedule_id bigint not null,
  from_date date not null,
  to_date date not null,
  exclusion_type text not null check (exclusion_type in ('AdditionalWorkDays', 'PublicHolidays', 'OtherEvent')),
  version bigint not null default 1,
  primary key (account_id, work_schedule_exception_id),
  foreign key (account_id, work_schedule_id) references work_schedule on delete cascade,
  check (from_date <= to_date)
);
create index work_schedule_exception_days on work_schedule_exception (account_id, work_schedule_id, from_date);

create table work_schedule_capacity_change (
  account_id bigint not null,
  work_schedule_capacity_change_id bigint not null default nextval('work_schedule_capacity_change_number'),
  work_schedule_id bigint not null,
  from_date date not null,
  to_date date not null,
  capacity_minutes integer not null check (capacity_minutes between 0 and 1440),
  version bigint not null default 1,
  primary key (account_id, work_schedule_capacity_change_id),
  foreign key (account_id, work_schedule_id) references work_schedule on delete cascade,
  check (from_date <= to_date)
);
create index work_schedule_capacity_change_days
  on work_schedule_capacity_change (account_id, work_schedule_id, from_date);
`

const people = `
-- None: the account's default schedule.
alter table account_user add column work_schedule_id bigint;
alter table account_user add foreign key (account_id, work_schedule_id) references work_schedule;
create index account_user_work_schedule on account_user (account_id, work_schedule_id) where work_schedule_id is not null;

create table user_schedule_exception (
  account_id bigint not null,
  user_schedule_exception_id bigint not null default nextval('user_schedule_exception_number'),
  person_id bigint not null,
  from_date date not null,
  to_date date not null,
  exclusion_type text not null check (exclusion_type in ('VacationPTO', 'Overtime', 'OtherNonWorking')),
  version bigint not null default 1,
  primary key (account_id, user_schedule_exception_id),
  foreign key (account_id, person_id) references account_user,
  check (from_date <= to_date)
);
create index user_schedule_exception_days on user_schedule_exception (account_id, person_id, from_date);

create table user_schedule_capacity_change (
  account_id bigint not null,
  user_schedule_capacity_change_id bigint not null default nextval('user_schedule_capacity_change_number'),
  person_id bigint not null,
  from_date date not null,
  to_date date not null,
  capacity_minutes integer not null check (capacity_minutes between 0 and 1440),
  version bigint not null default 1,
  primary key (account_id, user_schedule_capacity_change_id),
  foreign key (account_id, person_id) references account_user,
  check (from_date <= to_date)
);
create index user_schedule_capacity_change_days on user_schedule_capacity_change (account_id, person_id, from_date);

create table user_schedule_partial_exception (
  account_id bigint not null,
  user_schedule_partial_exception_id bigint not null default nextval('user_schedule_partial_exception_number'),
  person_id bigint not null,
  from_date date not null,
  to_date date not null,
  exclusion_type text not null check (exclusion_type in ('VacationPTO', 'OtherNonWorking')),
  capacity_minutes integer not null check (capacity_minutes between 0 and 1440),
  version bigint not null default 1,
  primary key (account_id, user_schedule_partial_exception_id),
  foreign key (account_id, person_id) references account_user,
  check (from_date <= to_date)
);
create index user_schedule_partial_exception_days on user_schedule_partial_exception (account_id, person_id, from_date);
`

const tasks = `
-- The schedule of a task by itself; none: that of its assignee, or the account's.
alter table task add column work_schedule_id bigint;
alter table task add foreign key (account_id, work_schedule_id) references work_schedule;
create index task_work_schedule on task (account_id, work_schedule_id) where work_schedule_id is not null;
-- Where people had put the start (of a milestone: the due date) of a task that a change of working days has moved: undoing
-- that change brings it back.
alter table task add column wanted_at timestamp;
`

const defaults = `
create function account_default_schedule() returns trigger language plpgsql as $$
begin
  insert into work_schedule (account_id, title, is_default, work_days)
  values (new.account_id, 'Default', true, new.work_days);
  return null;
end $$;
create trigger account_default_schedule after insert on account for each row execute function account_default_schedule();

insert into work_schedule (account_id, title, is_default, work_days)
select account_id, 'Default', true, work_days from account;
`
