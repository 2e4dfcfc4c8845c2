import { type Kysely, sql } from 'kysely'

/** What people are told of in their inbox and by mail. What happened before this version is told to nobody. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(notifications).execute(database)
}

const notifications = `
create sequence notification_number;

create table notification (
  account_id bigint not null references account,
  notification_id bigint not null default nextval('notification_number'),
  person_id bigint not null,
  kind text not null,
  -- What it is about, said once: a second attempt to tell of the same finds it here.
  key text not null,
  task_id bigint,
  folder_id bigint,
  actor_id bigint,
  -- Numbers and states; names and texts are looked up when it is read.
  details jsonb not null default '{}',
  occurred_at timestamptz not null default now(),
  read_at timestamptz,
  archived_at timestamptz,
  -- It waits for a mail: the next one, or that of the day.
  mail text check (mail in ('now', 'daily')),
  primary key (account_id, notification_id),
  unique (account_id, person_id, key),
  foreign key (account_id, person_id) references account_user,
  foreign key (account_id, task_id) references task on delete cascade,
  foreign key (account_id, folder_id) references folder on delete cascade,
  check (num_nonnulls(task_id, folder_id) = 1)
);
create index notification_person on notification (account_id, person_id, notification_id desc);
create index notification_unread on notification (account_id, person_id, notification_id desc) where read_at is null;
create index notification_task on notification (account_id, task_id) where task_id is not null;
create index notification_folder on notification (account_id, folder_id) where folder_id is not null;
create index notification_mail on notification (account_id, person_id, mail) where mail is not null;
create index notification_old on notification (read_at) where read_at is not null;

-- What a person has chosen, and how far they were served.
create table notification_reader (
  account_id bigint not null references account,
  person_id bigint not null,
  -- Kind to 'App', 'Mail', 'Daily' or 'Off', where it is not the usual.
  choices jsonb not null default '{}',
  mails boolean not null default true,
  mail_due_at timestamptz,
  mailed_at timestamptz,
  -- The last of the person's own days on which they were reminded of dates, and sent the summary.
  served_on date,
  primary key (account_id, person_id),
  foreign key (account_id, person_id) references account_user
);
create index notification_reader_due on notification_reader (mail_due_at) where mail_due_at is not null;

create table notification_cursor (
  account_id bigint primary key references account,
  last_sequence bigint not null
);
insert into notification_cursor select account_id, last_sequence from event_sequence;
create function notification_cursor_begins() returns trigger language plpgsql as $$
begin
  insert into notification_cursor values (new.account_id, 0) on conflict do nothing;
  return null;
end $$;
create trigger event_sequence_begins after insert on event_sequence
  for each row execute function notification_cursor_begins();
`
