import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { UserRole } from '#access/roles.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import { announceAccessChange } from '#oauth/access-changed.ts'
import { endAccess } from '#oauth/grants.ts'

/** Ends the tokens and grants of people in the account, in the change that switches them off. */
export async function endAccessOf(rows: Rows, caller: Caller, personIds: readonly number[]): Promise<void> {
  const { accountId } = caller
  for (const personId of personIds) await endAccess(connectionOf(rows), { personId, accountId }, caller.personId)
}

/** Tells all processes that what these people may do has changed. */
export const announce = (rows: Rows, personIds: readonly number[]): Promise<void> =>
  announceAccessChange(connectionOf(rows), [...personIds])

/** The default group holds all regular users, admins and the owner, and nobody else. */
export async function placeInDefaultGroup(
  rows: Rows,
  accountId: number,
  personId: number,
  role: UserRole,
): Promise<void> {
  const database = connectionOf(rows)
  if (role === 'external' || role === 'collaborator') {
    await sql`delete from group_member m using user_group g where m.account_id = ${accountId} and m.person_id = ${personId}
      and g.account_id = m.account_id and g.group_id = m.group_id and g.is_default`.execute(database)
    return
  }
  await sql`insert into group_member (account_id, group_id, person_id)
    select account_id, group_id, ${personId} from user_group where account_id = ${accountId} and is_default on conflict do nothing`.execute(
    database,
  )
}

/** Which of these numbers are users of the account, hidden ones too: only to choose between 404 and 403. */
export async function existingPeople(caller: Caller, numbers: readonly number[]): Promise<Set<number>> {
  const rows = await connectionOf(caller)
    .selectFrom('account_user')
    .select('person_id')
    .where('account_id', '=', caller.accountId)
    .where('person_id', 'in', numbers)
    .where('state', '<>', 'invited')
    .execute()
  return new Set(rows.map((row) => row.person_id))
}
