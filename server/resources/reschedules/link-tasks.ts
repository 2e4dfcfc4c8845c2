import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import { visible } from '#access/visible.ts'
import type { Rows } from '#events/rows.ts'
import type { RelationType } from '#scheduling/relation-rules.ts'
import { addLink, changeLink, type Linked } from '../dependencies/link-tasks.ts'

/** Links two tasks, or changes the link that they have, and moves the successor out of the way. */
export async function linkTasks(
  rows: Rows,
  inside: Caller,
  may: Permit<'editTask'>,
  link: { predecessorId: number; successorId: number; relationType: RelationType; lagTime?: number | undefined },
): Promise<Linked> {
  const known = await visible(inside, 'dependencies')
    .selectAll('dependency')
    .where('dependency.predecessor_id', '=', link.predecessorId)
    .where('dependency.successor_id', '=', link.successorId)
    .executeTakeFirst()
  return known ? changeLink(rows, inside, may, known, link) : addLink(rows, inside, may, link)
}
