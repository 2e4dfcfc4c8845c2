import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { deriveFolderAccess } from '#access/folder-access.ts'
import { deriveTaskAccess } from '#access/task-access.ts'
import { cancelInvitationLinks } from '#console/invitations.ts'
import { notFound } from '#contract/errors.ts'
import type { Rows } from '#events/rows.ts'
import { idAsSent } from '#ids/foreign.ts'
import { nameContact } from '../contacts/person.ts'
import type { InvitationRow } from './presenter.ts'

/** All invitations of the account, newest first. */
export const invitationRows = (caller: Caller): Promise<InvitationRow[]> =>
  connectionOf(caller)
    .selectFrom('invitation')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .orderBy('invitation_id', 'desc')
    .execute()

/** @throws {Refused} `resource_not_found` */
export async function invitationById(caller: Caller, invitationId: number): Promise<InvitationRow> {
  const row = await connectionOf(caller)
    .selectFrom('invitation')
    .selectAll()
    .where('account_id', '=', caller.accountId)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst()
  if (!row) throw notFound('Invitation', idAsSent(caller.accountId, 'Invitation', invitationId))
  return row
}

/** The person with this address, made if need be, and what it is in the account so far. */
export async function personToInvite(
  rows: Rows,
  caller: Caller,
  person: { email: string; firstName?: string; lastName?: string },
) {
  const database = connectionOf(rows)
  const personId = await nameContact(database, person)
  const user = await database
    .selectFrom('account_user')
    .select('state')
    .where('account_id', '=', caller.accountId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return { personId, state: user?.state }
}

/** Takes back what an invitation gave: its links, and all that was shared with the person meanwhile. */
export async function withdraw(rows: Rows, caller: Caller, invitation: InvitationRow): Promise<void> {
  const database = connectionOf(rows)
  const { accountId } = caller
  await cancelInvitationLinks(database, { accountId, invitationId: invitation.invitation_id })
  const of = { accountId, personId: invitation.person_id }
  const folders = await database
    .deleteFrom('folder_share')
    .where('account_id', '=', accountId)
    .where('principal_id', '=', of.personId)
    .returning('folder_id')
    .execute()
  const tasks = await database
    .deleteFrom('task_share')
    .where('account_id', '=', accountId)
    .where('principal_id', '=', of.personId)
    .returning('task_id')
    .execute()
  for (const table of ['task_responsible', 'task_follower', 'folder_owner', 'group_member'] as const) {
    await database.deleteFrom(table).where('account_id', '=', accountId).where('person_id', '=', of.personId).execute()
  }
  await deriveFolderAccess(
    database,
    accountId,
    folders.map((row) => row.folder_id),
  )
  await deriveTaskAccess(
    database,
    accountId,
    tasks.map((row) => row.task_id),
  )
}
