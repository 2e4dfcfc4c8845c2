import type { EventRecord } from '#events/change.ts'
import type { Subject } from './subject.ts'

/** Rates of somebody have changed. What they are is left out on purpose: events reach people who may not know rates. */
export const ratesChanged = (subject: Subject, folderId: number | null): EventRecord => ({
  type: 'HourlyRatesChanged',
  entityType: 'hourly_rate',
  entityId: subject.id,
  after: { subjectType: subject.type, ...(folderId === null ? {} : { folderId }) },
})

export const teamMembersExcluded = (folderId: number, subjects: readonly Subject[]): EventRecord => ({
  type: 'ProjectTeamMembersExcluded',
  entityType: 'folder',
  entityId: folderId,
  after: { excluded: subjects.map(({ type, id }) => ({ type, id })) },
})
