import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { ContactReference } from '#contract/parameters.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { resolveContacts, resolvePeople } from '../contacts/resolve.ts'
import { linksChanged } from './events.ts'

interface PeopleInput {
  addShareds?: ContactReference[] | undefined
  removeShareds?: ContactReference[] | undefined
  addResponsibles?: ContactReference[] | undefined
  removeResponsibles?: ContactReference[] | undefined
  addFollowers?: number[] | undefined
}

/** Numbers of people to add and to take away. */
export interface PeopleChanges {
  addShareds: number[]
  removeShareds: number[]
  addResponsibles: number[]
  removeResponsibles: number[]
  addFollowers: number[]
}

/**
 * Reads the people of a request.
 *
 * @throws {Refused} `resource_not_found` for somebody who isn't there, `invalid_parameter` for one in both lists.
 */
export async function readPeople(caller: Caller, input: PeopleInput): Promise<PeopleChanges> {
  const changes = {
    addShareds: await resolveContacts(caller, input.addShareds),
    removeShareds: await resolveContacts(caller, input.removeShareds),
    addResponsibles: await resolvePeople(caller, input.addResponsibles),
    removeResponsibles: await resolvePeople(caller, input.removeResponsibles),
    addFollowers: await resolvePeople(
      caller,
      input.addFollowers?.map((contact) => ({ contact })),
    ),
  }
  const both = (added: number[], removed: number[]) => added.some((person) => removed.includes(person))
  if (both(changes.addShareds, changes.removeShareds) || both(changes.addResponsibles, changes.removeResponsibles)) {
    throw invalidParameter('A contact is to be added and removed in one call')
  }
  return changes
}

/** Assigns a task and takes it from people. Whom it is assigned to reaches it and follows it. */
export async function changeResponsibles(
  rows: Rows,
  may: Permit<'editTask'>,
  { addResponsibles, removeResponsibles }: PeopleChanges,
): Promise<EventRecord[]> {
  const task_id = may.id
  const added = await rows.insertAll(
    'task_responsible',
    may,
    addResponsibles.map((person_id) => ({ task_id, person_id })),
  )
  const removed =
    removeResponsibles.length > 0
      ? await rows.delete('task_responsible', may, { task_id, person_id: removeResponsibles })
      : []
  await rows.insertAll(
    'task_share',
    may,
    addResponsibles.map((principal_id) => ({ task_id, principal_id })),
  )
  await rows.insertAll(
    'task_follower',
    may,
    addResponsibles.map((person_id) => ({ task_id, person_id })),
  )
  return linksChanged(
    'Responsibles',
    task_id,
    added.map((row) => row.person_id),
    removed.map((row) => row.person_id),
  )
}

/** Shares a task with contacts and takes shares away; its author, and what is inherited, stay. */
export async function changeShareds(
  rows: Rows,
  may: Permit<'share'>,
  authorId: number,
  { addShareds, removeShareds }: PeopleChanges,
): Promise<EventRecord[]> {
  const task_id = may.id
  const added = await rows.insertAll(
    'task_share',
    may,
    addShareds.map((principal_id) => ({ task_id, principal_id })),
  )
  const leaving = removeShareds.filter((principal) => principal !== authorId)
  const removed = leaving.length > 0 ? await rows.delete('task_share', may, { task_id, principal_id: leaving }) : []
  return linksChanged(
    'Shareds',
    task_id,
    added.map((row) => row.principal_id),
    removed.map((row) => row.principal_id),
  )
}
