import { type Kysely, sql } from 'kysely'

/**
 * The tables of applications, credentials, sessions and mail.
 *
 * All are global: a credential is found before its account is known. No secret stands here in the clear; what people
 * and programs hold is stored as its SHA-256 hash, passwords as Argon2id.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(applications).execute(database)
  await sql.raw(credentials).execute(database)
  await sql.raw(people).execute(database)
}

const applications = `
create table application (
  client_id text primary key,
  name text not null,
  owner_person_id bigint not null references person,
  account_id bigint not null references account,
  secret_hash bytea,
  previous_secret_hash bytea,
  previous_secret_expires_at timestamptz,
  is_public boolean not null default false,
  is_trusted boolean not null default false,
  created_at timestamptz not null default now()
);
create index application_account on application (account_id);
create index application_owner on application (owner_person_id);

create table application_redirect_uri (
  client_id text not null references application on delete cascade,
  position integer not null,
  redirect_uri text not null,
  primary key (client_id, redirect_uri)
);
`

const credentials = `
-- What the authorization server keeps between requests: codes, refresh tokens, device codes, grants, interactions.
create table oauth_payload (
  model text not null,
  id_hash bytea not null,
  payload jsonb not null,
  grant_id text,
  user_code text,
  uid text,
  consumed_at timestamptz,
  expires_at timestamptz,
  primary key (model, id_hash)
);
create index oauth_payload_grant on oauth_payload (grant_id) where grant_id is not null;
create unique index oauth_payload_user_code on oauth_payload (user_code) where user_code is not null;
create unique index oauth_payload_uid on oauth_payload (model, uid) where uid is not null;
create index oauth_payload_expired on oauth_payload (expires_at);

-- One row per consent. The refresh tokens and access tokens of a grant are its family: they end with it.
create table oauth_grant (
  grant_id text primary key,
  client_id text not null references application on delete cascade,
  person_id bigint not null references person,
  account_id bigint not null references account,
  all_accounts boolean not null,
  scopes text[] not null,
  redirect_uri text,
  separator text not null default ',' check (separator in (',', ' ')),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index oauth_grant_person on oauth_grant (person_id, client_id) where revoked_at is null;
create index oauth_grant_client on oauth_grant (client_id) where revoked_at is null;

-- Only tokens in force: a revoked one is deleted. 'all_accounts' is a token of v3: there it stands for the person in all accounts, on v4 in 'account_id'.
create table access_token (
  token_hash bytea primary key,
  kind text not null check (kind in ('access', 'permanent')),
  person_id bigint not null references person,
  account_id bigint not null references account,
  all_accounts boolean not null default false,
  client_id text references application on delete cascade,
  scopes text[] not null,
  name text not null default '',
  grant_id text,
  expires_at timestamptz,
  last_used_at timestamptz,
  created_at timestamptz not null default now()
);
create index access_token_grant on access_token (grant_id) where grant_id is not null;
create index access_token_person on access_token (person_id);
create index access_token_client on access_token (client_id);
create index access_token_expired on access_token (expires_at) where expires_at is not null;
`

const people = `
create table session (
  session_hash bytea primary key,
  person_id bigint not null references person,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  user_agent text not null default '',
  address text not null default ''
);
create index session_person on session (person_id);

create table one_time_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('confirm', 'reset', 'invitation')),
  person_id bigint not null references person,
  account_id bigint references account,
  invitation_id bigint,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index one_time_link_person on one_time_link (person_id, purpose);
create index one_time_link_invitation on one_time_link (account_id, invitation_id) where invitation_id is not null;

-- Mail of a server without SMTP settings, shown by the outbox page.
create table outbox_mail (
  mail_id bigint generated always as identity primary key,
  recipient text not null,
  subject text not null,
  text text not null,
  html text not null,
  created_at timestamptz not null default now()
);
`
