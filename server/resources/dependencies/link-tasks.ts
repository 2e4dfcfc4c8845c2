import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { wouldCycle } from '#scheduling/links.ts'
import { type RelationType, relationFits } from '#scheduling/relation-rules.ts'
import type { ScheduledTask } from '#scheduling/reschedule.ts'
import { dependencyEvent } from './events.ts'
import type { DependencyRow } from './presenter.ts'
import { lockLinks, pairOf } from './queries.ts'
import { rescheduleSuccessors } from './reschedule-successors.ts'

/** What a link has become, and all that it moved. */
export interface Linked {
  row: DependencyRow
  events: [EventRecord, ...EventRecord[]]
}

/**
 * Links two tasks within a change. The successor, and what follows it, moves out of the way.
 *
 * @throws {Refused} `invalid_parameter` for a relation that does not fit the types of dates, a link that is there already,
 * and a circle.
 */
export async function addLink(
  rows: Rows,
  caller: Caller,
  may: Permit<'editTask'>,
  link: { predecessorId: number; successorId: number; relationType: RelationType; lagTime?: number | undefined },
): Promise<Linked> {
  const { predecessorId, successorId } = link
  await lockLinks(rows, caller.accountId)
  const { predecessor, successor, linksBehindSuccessor } = await pairOf(
    rows,
    caller.accountId,
    predecessorId,
    successorId,
  )
  requireFit(link.relationType, predecessor, successor)
  if (wouldCycle(linksBehindSuccessor, predecessorId, successorId))
    throw invalidParameter('The tasks would wait for each other: this link closes a circle')
  const values = {
    predecessor_id: predecessorId,
    successor_id: successorId,
    relation_type: link.relationType,
    lag_minutes: link.lagTime ?? 0,
  }
  const [row] = await rows.insertAll('dependency', may, [values])
  if (!row) throw invalidParameter('These tasks are linked already: change that dependency')
  const moved = await rescheduleSuccessors(rows, caller, [predecessorId])
  return { row, events: [dependencyEvent('DependencyAdded', { after: row }), ...moved] }
}

/**
 * Changes the relation or the lag of a link within a change. The successor moves out of the way.
 *
 * @throws {Refused} `invalid_parameter` for a relation that does not fit the types of dates.
 */
export async function changeLink(
  rows: Rows,
  caller: Caller,
  may: Permit<'editTask'>,
  before: DependencyRow,
  wanted: { relationType?: RelationType | undefined; lagTime?: number | undefined },
): Promise<Linked> {
  await lockLinks(rows, caller.accountId)
  const { predecessor, successor } = await pairOf(rows, caller.accountId, before.predecessor_id, before.successor_id)
  if (wanted.relationType) requireFit(wanted.relationType, predecessor, successor)
  const key = { predecessor_id: before.predecessor_id, successor_id: before.successor_id }
  const changes = {
    relation_type: wanted.relationType ?? before.relation_type,
    lag_minutes: wanted.lagTime ?? before.lag_minutes,
    version: before.version + 1,
  }
  const [row] = (await rows.update('dependency', may, key, changes)) as [DependencyRow]
  const moved = await rescheduleSuccessors(rows, caller, [before.predecessor_id])
  return { row, events: [dependencyEvent('DependencyChanged', { before, after: row }), ...moved] }
}

function requireFit(
  relation: RelationType,
  predecessor: ScheduledTask | undefined,
  successor: ScheduledTask | undefined,
): void {
  const [before, after] = [predecessor?.dateType ?? 'Backlog', successor?.dateType ?? 'Backlog']
  if (!relationFits(relation, before, after))
    throw invalidParameter(
      `Parameter 'relationType' value is invalid: ${relation} does not join a ${before} with a ${after} task; give both dates`,
    )
}
