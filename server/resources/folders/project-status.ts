import { standardStatus } from '../workflows/standard-workflow.ts'
import type { projectStatuses } from './contract/models.ts'

export type ProjectStatus = (typeof projectStatuses)[number]

/**
 * Built-in names of project statuses and the custom status each stands for (docs/compatibility.md). Yellow and Red have no
 * status of their own: they are active like Green, and come back as Green.
 */
const byName: Record<Exclude<ProjectStatus, 'Custom'>, number> = {
  Green: standardStatus.active,
  Yellow: standardStatus.active,
  Red: standardStatus.active,
  Completed: standardStatus.completed,
  OnHold: standardStatus.deferred,
  Cancelled: standardStatus.cancelled,
}

/** Number of the custom status for a name. */
export const statusOfName = (name: Exclude<ProjectStatus, 'Custom'>): number => byName[name]

/** Name of a project's status: the built-in one of a standard status, Custom for all others. */
export function nameOfStatus(customStatusId: number | null): ProjectStatus {
  switch (customStatusId) {
    case null:
    case standardStatus.active:
      return 'Green'
    case standardStatus.completed:
      return 'Completed'
    case standardStatus.deferred:
      return 'OnHold'
    case standardStatus.cancelled:
      return 'Cancelled'
    default:
      return 'Custom'
  }
}
