import type { Caller } from '#access/caller.ts'
import type { Place } from '#access/permit.ts'
import { sql } from '#database/sql.ts'
import { decodeId } from '#ids/decode.ts'
import { personRows } from '../contacts/queries.ts'
import { foldersOfTasks, lockedSpacesAbove, membersAmong } from '../spaces/locked-queries.ts'
import { whoReaches } from './queries.ts'

/** Whom mentions concern: people who reach the place already, and people with whom it may be shared. */
interface Mentioned {
  reaching: number[]
  outside: number[]
}

/**
 * The people that contact ids of mentions name: active users whom the caller may see, the caller aside. Out of a locked space
 * nobody is let in.
 */
export async function mentionedPeople(caller: Caller, place: Place, contactIds: readonly string[]): Promise<Mentioned> {
  const numbers = contactIds.flatMap((id) => decodeId('Contact', id)?.number ?? [])
  if (numbers.length === 0) return { reaching: [], outside: [] }
  const people = await personRows(caller, [
    sql<boolean>`u.person_id = any(${numbers}::bigint[])`,
    sql<boolean>`u.person_id <> ${caller.personId}`,
    sql<boolean>`u.state = 'active'`,
  ])
  const mentioned = people.map((person) => person.person_id)
  const reach = await whoReaches(caller, place, mentioned)
  const outside = mentioned.filter((person) => !reach.has(person))
  return {
    reaching: mentioned.filter((person) => reach.has(person)),
    outside: await withinLockedSpaces(caller, place, outside),
  }
}

/** Those of the people who are members of all locked spaces the place lies in. */
async function withinLockedSpaces(caller: Caller, place: Place, people: number[]): Promise<number[]> {
  if (people.length === 0) return people
  const folders = 'folder' in place ? [place.folder] : await foldersOfTasks(caller, [place.task])
  let allowed = people
  for (const space of await lockedSpacesAbove(caller, folders)) {
    const members = await membersAmong(caller, space, allowed)
    allowed = allowed.filter((person) => members.has(person))
  }
  return allowed
}
