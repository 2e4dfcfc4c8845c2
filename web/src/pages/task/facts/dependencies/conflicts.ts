import type { Dependency, Task } from '@taskwright/sdk'

type Ends = Pick<Task, 'dates' | 'status'>

/**
 * Whether dates surely contradict a dependency. Working time is never more than the time that passes, so less time between
 * the two ends than the lag is too little by any calendar; overlaps that a lag below zero allows are left to the server.
 */
export function conflicts(
  { relationType, lagTime }: Pick<Dependency, 'relationType' | 'lagTime'>,
  predecessor: Ends,
  successor: Ends,
): boolean {
  if (successor.status === 'Completed' || successor.status === 'Cancelled' || lagTime < 0) return false
  const held = relationType.startsWith('Start') ? predecessor.dates.start : predecessor.dates.due
  const own = relationType.endsWith('ToStart') ? successor.dates.start : successor.dates.due
  if (!held || !own) return false
  return Date.parse(`${own}Z`) - Date.parse(`${held}Z`) < lagTime * 60_000
}
