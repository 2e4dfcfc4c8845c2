import type { Caller } from '#access/caller.ts'
import { sql } from '#database/sql.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { touchesRange } from '../work-schedules/entries/days.ts'

/**
 * Conditions on entries of people: whose they are, and some of their days in a range.
 *
 * @throws {Refused} `resource_not_found` for somebody who isn't a user whom the caller sees.
 */
export async function entryConditions(
  caller: Caller,
  input: {
    userIds?: readonly number[] | undefined
    dateRange?: { start?: string; equal?: string; end?: string } | undefined
  },
) {
  const people =
    input.userIds &&
    (await resolvePeople(
      caller,
      input.userIds.map((contact) => ({ contact })),
    ))
  return [
    ...(people ? [sql<boolean>`e.person_id = any(${people}::bigint[])`] : []),
    ...(input.dateRange ? [touchesRange(input.dateRange)] : []),
  ]
}
