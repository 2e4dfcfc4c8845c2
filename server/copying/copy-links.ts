import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import type { CopyState } from './input.ts'

/** Links subtasks and dependencies of the tasks made in this step, up to position `last`, among all that are made. */
export async function copyLinks(rows: Rows, caller: Caller, state: CopyState, last: number): Promise<void> {
  const database = connectionOf(rows)
  const superTask = links(caller, state, last, { table: 'super_task', one: 'task_id', other: 'super_task_id' })
  await sql`insert into super_task (account_id, task_id, super_task_id)
    select account_id, one, other from (${superTask}) made`.execute(database)
  const between = { table: 'dependency', one: 'predecessor_id', other: 'successor_id' }
  await sql`insert into dependency (account_id, predecessor_id, successor_id, relation_type, lag_minutes)
    select made.account_id, made.one, made.other, l.relation_type, l.lag_minutes
    from (${links(caller, state, last, between)}) made
    join dependency l on l.account_id = made.account_id and l.predecessor_id = made.from_one and l.successor_id = made.from_other`.execute(
    database,
  )
}

/** A link is made with the later of its two ends: from each task of this step to all that are made by then. */
function links(
  { accountId }: Caller,
  { copyId, done }: CopyState,
  last: number,
  { table, one, other }: { table: string; one: string; other: string },
) {
  const first = sql.ref(one)
  const second = sql.ref(other)
  const ofCopy = sql`c.account_id = ${accountId} and c.copy_id = ${copyId}`
  // Not one join: of a table without links, which it has never counted, PostgreSQL believes that it has many, and would
  // begin with all pairs of tasks.
  return sql`
    with fresh as materialized (
      select source_id, target_id from copied_task c where ${ofCopy} and c.position > ${done} and c.position <= ${last}
    ),
    out_of as materialized (
      select f.source_id as from_one, f.target_id as one, l.${second} as from_other
      from fresh f join ${sql.table(table)} l on l.account_id = ${accountId} and l.${first} = f.source_id
    ),
    into_it as materialized (
      select f.source_id as from_other, f.target_id as other, l.${first} as from_one
      from fresh f join ${sql.table(table)} l on l.account_id = ${accountId} and l.${second} = f.source_id
    )
    select c.account_id, o.one, c.target_id as other, o.from_one, o.from_other
    from out_of o join copied_task c on ${ofCopy} and c.source_id = o.from_other and c.position <= ${last}
    union all
    select c.account_id, c.target_id, i.other, i.from_one, i.from_other
    from into_it i join copied_task c on ${ofCopy} and c.source_id = i.from_one and c.position <= ${done}`
}
