/** What happened, in order. */
export const events = `
create sequence event_number;

-- One event per change, written by the transaction that makes the change. 'sequence' is the event's gap-free place in its account's order, given by events/relay.ts after the commit. Partitioned by month, so that history can be kept and dropped cheaply.
create table event (
  account_id bigint not null,
  event_id bigint not null default nextval('event_number'),
  occurred_at timestamptz not null default now(),
  sequence bigint,
  type text not null,
  entity_type text not null,
  entity_id bigint not null,
  actor_id bigint,
  client_id text,
  before jsonb,
  after jsonb,
  primary key (account_id, event_id, occurred_at)
) partition by range (occurred_at);
create table event_other partition of event default;
create index event_unplaced on event (event_id) where sequence is null;
create index event_in_order on event (account_id, sequence);
create index event_entity on event (account_id, entity_type, entity_id, event_id);

create table event_sequence (
  account_id bigint primary key references account,
  last_sequence bigint not null
);
`
