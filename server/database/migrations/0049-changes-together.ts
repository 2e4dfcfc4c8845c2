import { type Kysely, sql } from 'kysely'

/**
 * What people who work on the same things at once need: versions that move with every write of a row, whoever writes it, and
 * requests that are carried out once however often they are sent.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(versions).execute(database)
  await sql.raw(requests).execute(database)
}

const versions = `
create function next_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
create trigger task_version before update on task for each row when (new.version = old.version) execute function next_version();
create trigger folder_version before update on folder for each row when (new.version = old.version) execute function next_version();
create trigger comment_version before update on comment for each row when (new.version = old.version) execute function next_version();
`

const requests = `
create table idempotent_request (
  account_id bigint not null references account,
  person_id bigint not null,
  client_id text not null,
  key_hash bytea not null,
  -- Of method, address, body and condition: the same key with another request is a mistake.
  fingerprint bytea not null,
  created_at timestamptz not null default now(),
  -- Which try this is; an older one that is still at work can write nothing any more.
  attempt integer not null default 1,
  locked_until timestamptz not null,
  -- Set by the change itself, in its transaction, with the entity of its first event.
  written_at timestamptz,
  entity_type text,
  entity_id bigint,
  -- The answer: none while the request is carried out, or if the server died before it could keep it.
  status integer,
  etag text,
  body text,
  primary key (account_id, person_id, client_id, key_hash)
);
create index idempotent_request_age on idempotent_request (created_at);
`
