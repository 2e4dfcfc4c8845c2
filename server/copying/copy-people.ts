import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import { lockedSpacesAbove, membersAmong } from '#resources/spaces/locked-queries.ts'
import type { CopyInput } from './input.ts'
import { foldersOf } from './place.ts'

/** Assigns the tasks `c` of a copy; whom they are assigned to, and their author, will reach them. */
export async function copyPeople(
  rows: Rows,
  caller: Caller,
  input: CopyInput,
  now: ReturnType<typeof sql>,
): Promise<void> {
  const database = connectionOf(rows)
  const outsiders = input.responsibles ? await outsidersAmong(caller, input, database, now) : []
  const kept = sql`
    select c.account_id, c.target_id, r.person_id
    from copied_task c join task_responsible r on r.account_id = c.account_id and r.task_id = c.source_id
    join account_user u on u.account_id = r.account_id and u.person_id = r.person_id and u.state in ('active', 'invited')
    where ${now} and ${input.responsibles} and r.person_id <> all(${[...input.removeResponsibles, ...outsiders]}::bigint[])`
  const added = sql`
    select c.account_id, c.target_id, person_id
    from copied_task c cross join unnest(${input.addResponsibles}::bigint[]) as added(person_id) where ${now}`
  await sql`insert into task_responsible (account_id, task_id, person_id) ${kept} union ${added}`.execute(database)
  if (input.responsibles)
    await sql`
      insert into task_placeholder (account_id, task_id, placeholder_id)
      select c.account_id, c.target_id, r.placeholder_id
      from copied_task c join task_placeholder r on r.account_id = c.account_id and r.task_id = c.source_id
      join placeholder p on p.account_id = r.account_id and p.placeholder_id = r.placeholder_id and p.deleted_at is null
      where ${now}`.execute(database)
  // A blueprint is shared with nobody: whoever it is assigned to meets its copies.
  if ('blueprintsOf' in input.target) return
  const responsibles = sql`
    select c.account_id, c.target_id, r.person_id
    from copied_task c join task_responsible r on r.account_id = c.account_id and r.task_id = c.target_id where ${now}`
  await sql`insert into task_follower (account_id, task_id, person_id) ${responsibles}`.execute(database)
  await sql`
    insert into task_share (account_id, task_id, principal_id)
    ${responsibles} union select c.account_id, c.target_id, ${caller.personId}::bigint from copied_task c where ${now}`.execute(
    database,
  )
}

/** Those the originals are assigned to who may not be let into the new place: it is in a locked space without them. */
async function outsidersAmong(
  caller: Caller,
  input: CopyInput,
  database: ReturnType<typeof connectionOf>,
  now: ReturnType<typeof sql>,
): Promise<number[]> {
  const spaces = await lockedSpacesAbove(caller, await foldersOf(caller, input.target))
  if (spaces.length === 0) return []
  const { rows } = await sql<{ person_id: number }>`
    select distinct r.person_id from copied_task c
    join task_responsible r on r.account_id = c.account_id and r.task_id = c.source_id where ${now}`.execute(database)
  let members = rows.map((row) => row.person_id)
  for (const space of spaces) {
    const inside = await membersAmong(caller, space, members)
    members = members.filter((person) => inside.has(person))
  }
  return rows.flatMap(({ person_id }) => (members.includes(person_id) ? [] : [person_id]))
}
