import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { ContactReference } from '#contract/parameters.ts'
import { sql } from '#database/sql.ts'

/** People and groups among the references, and whom pending invitations invite, as the caller may see them. */
export async function knownContacts(caller: Caller, references: readonly ContactReference[]) {
  const database = connectionOf(caller)
  const numbers = references.flatMap((reference) => ('contact' in reference ? [reference.contact] : []))
  const invitations = references.flatMap((reference) => ('invitation' in reference ? [reference.invitation] : []))
  const people = await sql<{ id: number }>`
    select person_id as id from account_user u
    where account_id = ${caller.accountId} and person_id = any(${numbers}::bigint[]) and state in ('active', 'inactive') and ${seesPerson(caller, 'u')}
    union all
    select group_id from user_group where account_id = ${caller.accountId} and group_id = any(${numbers}::bigint[])`.execute(
    database,
  )
  const invited = await database
    .selectFrom('invitation')
    .select(['invitation_id', 'person_id'])
    .where('account_id', '=', caller.accountId)
    .where('invitation_id', 'in', invitations.length > 0 ? invitations : [-1])
    .where('status', 'in', ['Pending', 'Accepted'])
    .execute()
  return {
    contacts: new Map(people.rows.map((row) => [row.id, row.id])),
    invitations: new Map(invited.map((row) => [row.invitation_id, row.person_id])),
  }
}

/**
 * Condition on `account_user`: regular users see everybody, externals and collaborators only people with whom they share
 * a folder, a space or a task.
 */
export function seesPerson(caller: Caller, alias: string) {
  if (caller.role !== 'external' && caller.role !== 'collaborator') return sql<boolean>`true`
  const person = sql.ref(`${alias}.person_id`)
  const mine = sql`any(${caller.principals}::bigint[])`
  return sql<boolean>`(${person} = ${caller.personId} or exists (
    select from folder_access own join folder_access theirs on theirs.account_id = own.account_id and theirs.folder_id = own.folder_id
    where own.account_id = ${caller.accountId} and own.principal_id = ${mine}
      and (theirs.principal_id = ${person} or exists (select from group_member m
        where m.account_id = own.account_id and m.group_id = theirs.principal_id and m.person_id = ${person})))
  or exists (
    select from task_access own join task_access theirs on theirs.account_id = own.account_id and theirs.task_id = own.task_id
    where own.account_id = ${caller.accountId} and own.principal_id = ${mine} and theirs.principal_id = ${person}))`
}
