import { type Kysely, sql } from 'kysely'

/**
 * Webhooks say what was put into their queues last, so that those who end a delivery need no look at the queue while they
 * hold the row; a delivery that repeats another is sent alone; what was lost is found among all that was delivered.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(rounds).execute(database)
}

const rounds = `
alter table webhook add column last_delivery_id bigint not null default 0;
alter table webhook_delivery add column repeats_delivery_id bigint;
create index webhook_delivery_lost on webhook_delivery (account_id, webhook_id, delivery_id)
  where state in ('failed', 'dropped');
`
