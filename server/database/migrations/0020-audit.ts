import { type Kysely, sql } from 'kysely'

/**
 * Events know where they came from, and the audit log has its records.
 *
 * A table of its own and no view of the events: a record keeps names and addresses as they were, one event may be several
 * records, and what an event amounts to is decided by its contents, which no index could find
 * (docs/decisions/0020-audit-log.md has the figures). Each filter of the log has an index in the order of the log.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(records).execute(database)
}

const records = `
alter table event add column address text, add column source text;

create sequence audit_record_number;

create table audit_record (
  account_id bigint not null,
  audit_record_id bigint not null default nextval('audit_record_number'),
  occurred_at timestamptz not null default now(),
  event_id bigint not null,
  operation text not null,
  person_id bigint,
  email text not null,
  address text,
  source text,
  object_type text not null,
  object_id text not null,
  object_name text not null,
  details jsonb not null default '{}',
  primary key (account_id, audit_record_id, occurred_at)
) partition by range (occurred_at);
create table audit_record_other partition of audit_record default;
create index audit_record_in_order on audit_record (account_id, occurred_at desc, audit_record_id desc);
create index audit_record_operation on audit_record (account_id, operation, occurred_at desc, audit_record_id desc);
create index audit_record_person on audit_record (account_id, person_id, occurred_at desc, audit_record_id desc);
create index audit_record_person_operation on audit_record (account_id, person_id, operation, occurred_at desc, audit_record_id desc);
create index audit_record_object on audit_record (account_id, object_id, occurred_at desc, audit_record_id desc);

-- Nobody changes or deletes a record, by whatever way; old months go by dropping their partition.
create function audit_record_stays() returns trigger language plpgsql as $$
begin
  raise exception 'Records of the audit log are never changed or deleted';
end $$;
create trigger audit_record_stays before update or delete on audit_record for each row execute function audit_record_stays();
`
