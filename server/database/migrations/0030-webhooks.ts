import { type Kysely, sql } from 'kysely'

/** Webhooks, what waits to be delivered to them, and how far the events of each account were looked at. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(webhooks).execute(database)
}

const webhooks = `
create sequence webhook_number;
create sequence webhook_delivery_number;

create table webhook (
  account_id bigint not null references account,
  webhook_id bigint not null default nextval('webhook_number'),
  person_id bigint not null,
  client_id text not null references application on delete cascade,
  folder_id bigint,
  is_space_hook boolean not null default false,
  hook_url text not null,
  host text not null,
  -- In the clear: each delivery is signed with it.
  secret text,
  recursive boolean not null default false,
  event_types text[],
  parameterised jsonb,
  custom_item_type_ids bigint[],
  status text not null default 'Active' check (status in ('Active', 'Suspended')),
  suspended_because text,
  active_since timestamptz not null default clock_timestamp(),
  created_at timestamptz not null default now(),
  next_at timestamptz,
  locked_until timestamptz,
  primary key (account_id, webhook_id),
  foreign key (account_id, person_id) references account_user,
  foreign key (account_id, folder_id) references folder
);
create index webhook_owner on webhook (account_id, client_id, person_id);
create index webhook_due on webhook (next_at) where next_at is not null;

create table webhook_delivery (
  account_id bigint not null,
  webhook_id bigint not null,
  delivery_id bigint not null default nextval('webhook_delivery_number'),
  idempotency_key uuid not null default gen_random_uuid(),
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'dropped')),
  events jsonb not null,
  attempts integer not null default 0,
  answer_status integer,
  answer text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (account_id, webhook_id, delivery_id),
  foreign key (account_id, webhook_id) references webhook on delete cascade
);
create index webhook_delivery_waiting on webhook_delivery (account_id, webhook_id, delivery_id) where state = 'waiting';
create index webhook_delivery_ended on webhook_delivery (ended_at) where ended_at is not null;

create table webhook_cursor (
  account_id bigint primary key references account,
  last_sequence bigint not null
);

create table webhook_late_event (
  account_id bigint not null references account,
  task_id bigint not null,
  actor_id bigint,
  occurred_at timestamptz not null,
  due_at timestamptz not null,
  primary key (account_id, task_id)
);
`
