import { type Kysely, sql } from 'kysely'

/**
 * The application "API reference", by which people try calls on the pages of the reference. It is part of the server: no
 * person and no account own it, and the authorization server does not know it, so that nobody can ask for access in its
 * name. Its tokens belong to the browser session that got them and end with it.
 *
 * An older server that still runs lists applications by their owner or account, and has no such tokens: it sees nothing.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(apiReference).execute(database)
}

const apiReference = `
alter table application alter column owner_person_id drop not null, alter column account_id drop not null;

create or replace function application_first_owner() returns trigger language plpgsql as $$
begin
  if new.owner_person_id is not null then
    insert into application_person (client_id, person_id, role) values (new.client_id, new.owner_person_id, 'owner');
  end if;
  return null;
end $$;

insert into application (client_id, name) values ('api-reference', 'API reference');

alter table access_token add column session_hash bytea references session on delete cascade;
create index access_token_session on access_token (session_hash) where session_hash is not null;
`
