import { type Kysely, sql } from 'kysely'

/**
 * Several people look after an application, and it says more of itself: logo, description, website, support, the scopes it
 * may ask for.
 *
 * Whoever registers an application becomes its first owner by a trigger, so that one which an older server registers has
 * an owner as well.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(people).execute(database)
  await sql.raw(about).execute(database)
}

const people = `
create table application_person (
  client_id text not null references application on delete cascade,
  person_id bigint not null references person,
  role text not null check (role in ('owner', 'developer')),
  added_at timestamptz not null default now(),
  -- Null for whoever registered it.
  added_by bigint references person,
  primary key (client_id, person_id)
);
create index application_person_person on application_person (person_id);

insert into application_person (client_id, person_id, role, added_at)
select client_id, owner_person_id, 'owner', created_at from application;

create function application_first_owner() returns trigger language plpgsql as $$
begin
  insert into application_person (client_id, person_id, role) values (new.client_id, new.owner_person_id, 'owner');
  return null;
end $$;
create trigger application_first_owner after insert on application for each row execute function application_first_owner();

-- One for an address: inviting it again makes the older link worthless.
create table application_invitation (
  client_id text not null references application on delete cascade,
  email text not null,
  token_hash bytea not null unique,
  role text not null check (role in ('owner', 'developer')),
  invited_by bigint not null references person,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (client_id, email)
);
`

const about = `
alter table application
  add column description text not null default '',
  add column website text not null default '',
  add column support text not null default '',
  -- What it may ask for; null is every scope there is, now and later.
  add column allowed_scopes text[];

create table application_logo (
  client_id text primary key references application on delete cascade,
  version text not null,
  image bytea not null
);
`
