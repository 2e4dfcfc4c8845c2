import { type Kysely, sql } from 'kysely'

/** What this installation has published and told developers of, and their mailing list. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(releases).execute(database)
  await sql.raw(mailing).execute(database)
}

const releases = `
-- Every contract that a server on this database has served.
create table published_contract (
  contract_hash bytea primary key,
  version text not null,
  record jsonb not null,
  published_at timestamptz not null default now()
);
-- A deprecation that a published contract declared. One that gets an end, or another end, is another.
create table deprecation_notice (
  subject text not null,
  until text not null default '',
  what text not null,
  declared jsonb not null,
  used_as text[] not null,
  found_at timestamptz not null default now(),
  -- When the last of those whose applications used it had been told.
  told_at timestamptz,
  primary key (subject, until)
);
create table deprecation_mail (
  subject text not null,
  until text not null,
  person_id bigint not null references person on delete cascade,
  -- Names of the applications that used it, as they were.
  applications text[] not null,
  sent_at timestamptz not null default now(),
  primary key (subject, until, person_id),
  foreign key (subject, until) references deprecation_notice on delete cascade on update cascade
);
create index deprecation_mail_person on deprecation_mail (person_id);
`

const mailing = `
alter table outbox_mail add column headers jsonb not null default '{}';
-- What mail a developer wants. Nobody has a row who never registered an application nor chose anything.
create table mailing_choice (
  person_id bigint primary key references person on delete cascade,
  -- News of the API go to those who confirmed that they want them.
  news text not null default 'asked' check (news in ('asked', 'on', 'off')),
  -- Notices of changes that concern one's own applications.
  changes boolean not null default true,
  changed_at timestamptz not null default now()
);
create table mailing_announcement (
  announcement_id bigint generated always as identity primary key,
  subject text not null,
  text text not null,
  by_person_id bigint references person on delete set null,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create table mailing_delivery (
  announcement_id bigint not null references mailing_announcement on delete cascade,
  person_id bigint not null references person on delete cascade,
  sent_at timestamptz not null default now(),
  primary key (announcement_id, person_id)
);
create index mailing_delivery_person on mailing_delivery (person_id);
`
