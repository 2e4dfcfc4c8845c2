import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { ContactReference } from '#contract/parameters.ts'
import { sql } from '#database/sql.ts'
import { seesRates } from '../hourly-rates/access.ts'
import type { GroupContactRow, PersonRow } from './presenter.ts'

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

type Condition = ReturnType<typeof sql<boolean>>

/** People of the account whom the caller may see, those removed among them; who is only invited is no contact yet. */
export async function personRows(caller: Caller, conditions: readonly Condition[] = []): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    select p.person_id, p.email, p.first_name, p.last_name, p.time_zone, p.locale, p.title, p.company_name, p.phone, p.location,
      u.role, u.state, u.metadata, u.custom_fields, u.job_role_id, ${currentRate(caller, 'Bill')} as bill_rate, ${currentRate(caller, 'Cost')} as cost_rate,
      coalesce(u.work_schedule_id, d.work_schedule_id) as work_schedule_id
    from account_user u join person p on p.person_id = u.person_id
      join work_schedule d on d.account_id = u.account_id and d.is_default
    where ${sql.join([sql`u.account_id = ${caller.accountId}`, sql`u.state <> 'invited'`, seesPerson(caller, 'u'), ...conditions], sql` and `)}
    order by u.person_id`.execute(connectionOf(caller))
  return rows
}

/** The rate in the account, for those who may know it: without a value where it comes from the job role. */
const currentRate = (caller: Caller, type: 'Bill' | 'Cost') =>
  seesRates(caller)
    ? sql`(select jsonb_strip_nulls(jsonb_build_object('rateSource', r.source, 'rateValue', r.value)) from hourly_rate r
        where r.account_id = u.account_id and r.subject_type = 'User' and r.subject_id = u.person_id and r.rate_type = ${type}
          and r.folder_id is null and r.ended_at is null)`
    : sql`null::jsonb`

/** Groups of the account that the caller may see, with the members it may see: all, or for externals and collaborators their own. */
export async function groupRows(caller: Caller, conditions: readonly Condition[] = []): Promise<GroupContactRow[]> {
  const limited = caller.role === 'external' || caller.role === 'collaborator'
  const { rows } = await sql<GroupContactRow>`
    select g.group_id, g.title, g.avatar_letters, g.avatar_color, g.is_default, g.metadata,
      array(select m.person_id from group_member m join account_user u on u.account_id = m.account_id and u.person_id = m.person_id
        where m.account_id = g.account_id and m.group_id = g.group_id and u.state in ('active', 'inactive') and ${seesPerson(caller, 'u')} order by 1) as members
    from user_group g
    where ${sql.join([sql`g.account_id = ${caller.accountId}`, limited ? sql`g.group_id = any(${caller.principals}::bigint[])` : sql`true`, ...conditions], sql` and `)}
    order by g.group_id desc`.execute(connectionOf(caller))
  return rows
}

/** Which of these numbers are contacts of the account, hidden ones too: only to choose between 404 and 403. */
export async function existingContacts(caller: Caller, numbers: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select person_id as id from account_user where account_id = ${caller.accountId} and person_id = any(${numbers}::bigint[]) and state <> 'invited'
    union all
    select group_id from user_group where account_id = ${caller.accountId} and group_id = any(${numbers}::bigint[])
    union all
    select asset_id from asset where account_id = ${caller.accountId} and asset_id = any(${numbers}::bigint[])`.execute(
    connectionOf(caller),
  )
  return new Set(rows.map((row) => row.id))
}
