import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import { seesPerson } from '#resources/contacts/queries.ts'
import { lockedSpacesAbove, membersAmong } from '#resources/spaces/locked-queries.ts'
import { WrongCell } from './cells.ts'

/** Names in a file and what they are in the account; unknown ones throw `WrongCell`. */
export interface Lookups {
  status(name: string): number
  person(email: string): number
}

/** Reads what the statuses and people that a file names are, for tasks of a folder. */
export async function lookUp(caller: Caller, folderId: number, emails: readonly string[]): Promise<Lookups> {
  const statuses = await statusesOf(caller, folderId)
  const people = await peopleOf(caller, emails)
  const outsiders = await outsidersAmong(caller, folderId, [...people.values()])
  return {
    status(name) {
      const status = statuses.get(name.toLowerCase())
      if (status === undefined) throw new WrongCell(`No status of the folder's workflow is called '${name}'`)
      return status
    },
    person(email) {
      const person = people.get(email)
      if (person === undefined) throw new WrongCell(`Nobody in the account has the email address '${email}'`)
      if (outsiders.has(person)) throw new WrongCell(`'${email}' is no member of the locked space`)
      return person
    },
  }
}

/** Statuses by name, those of the folder's workflow before the account's; groups by name, for their standard status. */
async function statusesOf(caller: Caller, folderId: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; name: string; group: string }>`
    select s.custom_status_id as id, s.name, s.status_group as "group"
    from custom_status s
    join workflow w on w.account_id = s.account_id and w.workflow_id = s.workflow_id
    left join folder f on f.account_id = s.account_id and f.folder_id = ${folderId}
    left join space p on p.account_id = f.account_id and p.folder_id = f.folder_id
    where s.account_id = ${caller.accountId} and not s.hidden
      and (w.workflow_id = coalesce(p.default_task_workflow_id, f.workflow_id) or w.standard)
    order by w.workflow_id = coalesce(p.default_task_workflow_id, f.workflow_id) desc nulls last, s.standard desc, s.position`.execute(
    connectionOf(caller),
  )
  const statuses = new Map<string, number>()
  const add = (name: string, id: number) => statuses.has(name.toLowerCase()) || statuses.set(name.toLowerCase(), id)
  for (const { name, id } of rows) add(name, id)
  for (const { group, id } of rows) add(group, id)
  return statuses
}

async function peopleOf(caller: Caller, emails: readonly string[]): Promise<Map<string, number>> {
  if (emails.length === 0) return new Map()
  const { rows } = await sql<{ id: number; email: string }>`
    select u.person_id as id, lower(p.email) as email from account_user u join person p using (person_id)
    where u.account_id = ${caller.accountId} and u.state in ('active', 'inactive') and lower(p.email) = any(${emails}::text[])
      and ${seesPerson(caller, 'u')}`.execute(connectionOf(caller))
  return new Map(rows.map(({ id, email }) => [email, id]))
}

/** Those who may not be let in where the tasks go. */
async function outsidersAmong(caller: Caller, folderId: number, people: readonly number[]): Promise<Set<number>> {
  const outside = new Set<number>()
  for (const space of await lockedSpacesAbove(caller, [folderId])) {
    const members = await membersAmong(caller, space, people)
    for (const person of people) if (!members.has(person)) outside.add(person)
  }
  return outside
}
