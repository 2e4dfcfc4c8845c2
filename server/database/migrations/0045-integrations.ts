import { type Kysely, sql } from 'kysely'

/**
 * Listings of applications, their testers, and what accounts block.
 *
 * Listings are global as applications are. What an account blocks is its own.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(listings).execute(database)
  await sql.raw(testers).execute(database)
  await sql.raw(accounts).execute(database)
}

const listings = `
create table application_listing (
  client_id text primary key references application on delete cascade,
  state text not null check (state in ('draft', 'submitted', 'returned', 'listed', 'unlisted')),
  -- Rises with each step: a form shows which text it was made for.
  revision integer not null default 1,
  -- Its name in addresses, from the first time it was listed on.
  slug text unique,
  submitted_at timestamptz,
  listed_at timestamptz
);
create index application_listing_waiting on application_listing (submitted_at) where state = 'submitted';

-- The text that is worked on, and the one that everybody reads.
create table application_listing_text (
  client_id text not null references application_listing on delete cascade,
  edition text not null check (edition in ('working', 'listed')),
  name text not null,
  tagline text not null,
  description text not null,
  category text not null,
  website text not null,
  connect_url text not null,
  support text not null,
  privacy_url text not null,
  scopes text[] not null,
  primary key (client_id, edition)
);
create index application_listing_text_listed on application_listing_text (category) where edition = 'listed';

create table application_listing_step (
  client_id text not null references application_listing on delete cascade,
  step_id bigint generated always as identity,
  act text not null,
  state text not null,
  person_id bigint not null references person,
  words text not null default '',
  made_at timestamptz not null default now(),
  primary key (client_id, step_id)
);
`

const testers = `
create table application_tester (
  client_id text not null references application on delete cascade,
  tester_id bigint generated always as identity,
  email text not null,
  -- Of the link in the mail, until it is used.
  token_hash bytea unique,
  person_id bigint references person,
  invited_by bigint not null references person,
  invited_at timestamptz not null default now(),
  accepted_at timestamptz,
  primary key (client_id, tester_id),
  unique (client_id, email)
);
create unique index application_tester_person on application_tester (person_id, client_id) where person_id is not null;

create table application_feedback (
  client_id text not null references application on delete cascade,
  feedback_id bigint generated always as identity,
  person_id bigint not null references person,
  text text not null,
  sent_at timestamptz not null default now(),
  primary key (client_id, feedback_id)
);
create index application_feedback_person on application_feedback (person_id, sent_at);
`

const accounts = `
-- Nobody of the account may use the application, by whatever token.
create table application_block (
  account_id bigint not null references account,
  client_id text not null references application on delete cascade,
  blocked_by bigint not null references person,
  blocked_at timestamptz not null default now(),
  primary key (account_id, client_id)
);

-- To ten minutes. A consent's access tokens are gone after an hour.
alter table oauth_grant add column if not exists last_used_at timestamptz;
create index oauth_grant_account on oauth_grant (account_id, client_id) where revoked_at is null;
create index access_token_account on access_token (account_id, client_id) where kind = 'permanent';
`
