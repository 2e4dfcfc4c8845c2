import type { DateType } from './task-dates.ts'

/** Which end of the predecessor holds which end of the successor. */
export const relationTypes = ['StartToStart', 'StartToFinish', 'FinishToStart', 'FinishToFinish'] as const
export type RelationType = (typeof relationTypes)[number]

/** Which types of tasks a relation may join: it needs the ends it speaks of. */
const rules: Record<RelationType, { predecessor: readonly DateType[]; successor: readonly DateType[] }> = {
  FinishToFinish: { predecessor: ['Planned', 'Milestone'], successor: ['Planned', 'Milestone'] },
  StartToStart: { predecessor: ['Planned'], successor: ['Planned'] },
  StartToFinish: { predecessor: ['Planned'], successor: ['Planned', 'Milestone'] },
  FinishToStart: { predecessor: ['Planned', 'Milestone'], successor: ['Planned'] },
}

/** Whether tasks of these types may be joined by the relation. */
export function relationFits(relation: RelationType, predecessor: DateType, successor: DateType): boolean {
  return rules[relation].predecessor.includes(predecessor) && rules[relation].successor.includes(successor)
}
