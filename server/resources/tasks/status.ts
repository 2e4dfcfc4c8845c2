import type { Caller } from '#access/caller.ts'
import { invalidParameter, notAllowed, notFound } from '#contract/errors.ts'
import { features, planHas } from '#contract/plans.ts'
import { idAsSent } from '#ids/foreign.ts'
import type { StatusGroup } from '../workflows/tables.ts'
import { statusForGroup, statusGroupOf } from './queries.ts'

/** Status columns of a task. */
export interface StatusColumns {
  custom_status_id: number
  status_group: StatusGroup
  completed_at: Date | null
}

interface StatusInput {
  status?: StatusGroup | undefined
  customStatus?: number | undefined
}

/** A new task's status, where the request names none. */
export const defaultStatus = 'Active' satisfies StatusGroup

/**
 * The status a request gives a task, or undefined if it says nothing of it. `completed_at` is when the task got into the
 * group Completed, and only while it is there.
 *
 * @throws {Refused} `not_allowed` for `status` on a plan without it, `resource_not_found` for an unknown custom status,
 * `invalid_parameter` for two that contradict each other.
 */
export async function readStatus(
  caller: Caller,
  input: StatusInput,
  current: { status_group: StatusGroup; completed_at: Date | null } | undefined,
  folderId: () => Promise<number | undefined>,
): Promise<StatusColumns | undefined> {
  if (input.status !== undefined && !planHas(caller.plan, 'taskStatus'))
    throw notAllowed(`${features.taskStatus.says}: not part of the plan ${caller.plan}`)
  if (input.customStatus !== undefined) {
    const group = await statusGroupOf(caller, input.customStatus)
    if (!group) throw notFound('Custom status', idAsSent(caller.accountId, 'CustomStatus', input.customStatus))
    if (input.status !== undefined && input.status !== group)
      throw invalidParameter("Parameters 'status' and 'customStatus' contradict each other")
    return { custom_status_id: input.customStatus, status_group: group, completed_at: completedAt(group, current) }
  }
  const group = input.status ?? (current ? undefined : defaultStatus)
  if (group === undefined || group === current?.status_group) return undefined
  return {
    custom_status_id: await statusForGroup(caller, group, await folderId()),
    status_group: group,
    completed_at: completedAt(group, current),
  }
}

/** When a task got into its group Completed; null while it is in another. */
export const completedAt = (
  group: StatusGroup,
  current: { status_group: StatusGroup; completed_at: Date | null } | undefined,
): Date | null => (group === 'Completed' ? (current?.completed_at ?? new Date()) : null)

/**
 * Statuses that a request names for a filter.
 *
 * @throws {Refused} `resource_not_found` for the first that the account doesn't have.
 */
export async function requireStatuses(caller: Caller, statuses: readonly number[] | undefined): Promise<void> {
  for (const status of statuses ?? [])
    if (!(await statusGroupOf(caller, status)))
      throw notFound('Custom status', idAsSent(caller.accountId, 'CustomStatus', status))
}
