import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { write } from './tell.ts'

/** Of what has been overdue for longer people were told before, or chose not to hear. */
const overdueDays = 7

/**
 * Tells somebody of their tasks that are due today or tomorrow, and of those that have become overdue: once for each due date.
 *
 * Plan: `task_responsible_person`, then their tasks by key.
 */
export async function remind(
  transaction: Kysely<Database>,
  { account_id: accountId, person_id: personId, today }: { account_id: number; person_id: number; today: string },
): Promise<void> {
  const { rows } = await sql<{ task_id: number; due: string; is_over: boolean }>`
    select t.task_id, t.due_at::date::text as due, t.due_at::date < ${today}::date as is_over
    from task_responsible r
    join task t on t.account_id = r.account_id and t.task_id = r.task_id
    where r.account_id = ${accountId} and r.person_id = ${personId}
      and t.status_group = 'Active' and t.deleted_at is null
      and t.due_at >= ${today}::date - ${overdueDays}::int and t.due_at < ${today}::date + 2
    order by t.due_at, t.task_id`.execute(transaction)
  await write(
    transaction,
    accountId,
    rows.map(({ task_id, due, is_over }) => ({
      personId,
      kind: is_over ? ('Overdue' as const) : ('DueSoon' as const),
      item: { on: 'task' as const, id: task_id },
      key: `${is_over ? 'overdue' : 'due'}:${task_id}:${due}`,
      actorId: null,
      details: { toDue: due },
      occurredAt: new Date(),
    })),
  )
}
