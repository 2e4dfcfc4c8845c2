import { type Kysely, sql } from 'kysely'

/**
 * The request log of applications and what they use (docs/decisions/0023-request-log.md).
 *
 * The log is in partitions of a day (request-log/partitions.ts): a day that is over is dropped, not deleted row by row. Its
 * key is the only index, in the order of the log; the request id ends it, so that no sequence is needed.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(tables).execute(database)
}

const tables = `
create table request_log (
  client_id text not null,
  answered_at timestamptz not null,
  request_id uuid not null,
  account_id bigint,
  person_id bigint,
  version text not null,
  operation text,
  method text not null,
  path text not null,
  status smallint not null,
  error text,
  ms real not null,
  rate_limit integer,
  rate_remaining integer,
  primary key (client_id, answered_at, request_id)
) partition by range (answered_at);
create table request_log_other partition of request_log default;

create table operation_use (
  client_id text not null,
  subject text not null,
  day date not null,
  calls bigint not null,
  primary key (client_id, subject, day)
);
create index operation_use_subject on operation_use (subject, day, client_id);
`
