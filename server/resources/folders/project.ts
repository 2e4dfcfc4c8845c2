import type { Caller } from '#access/caller.ts'
import { invalidParameter, notAllowed, notFound } from '#contract/errors.ts'
import type { ContactReference } from '#contract/parameters.ts'
import { features, planHas } from '#contract/plans.ts'
import { idAsSent } from '#ids/foreign.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { standardStatus } from '../workflows/standard-workflow.ts'
import { type ProjectStatus, statusOfName } from './project-status.ts'
import { groupOfStatus } from './queries.ts'

/** The project part of a request, to create or to change. */
export interface ProjectInput {
  ownerIds?: ContactReference[] | undefined
  ownersAdd?: ContactReference[] | undefined
  ownersRemove?: ContactReference[] | undefined
  status?: ProjectStatus | undefined
  customStatusId?: number | undefined
  startDate?: string | null | undefined
  endDate?: string | null | undefined
  contractType?: 'Billable' | 'NonBillable' | undefined
  budget?: number | undefined
}

interface Current {
  is_project: boolean
  project_author_id: number | null
  project_status_id: number | null
  project_start: string | null
  project_end: string | null
  project_created_at: Date | null
  project_completed_at: Date | null
}

/** Columns of a folder that is no project (any longer). */
export const noProject = {
  is_project: false,
  project_author_id: null,
  project_status_id: null,
  project_start: null,
  project_end: null,
  project_created_at: null,
  project_completed_at: null,
  contract_type: null,
  budget: null,
  custom_item_type_id: null,
} as const

/**
 * Columns of a project after the values of a request; absent ones stay, null takes a date away.
 *
 * @throws {Refused} `resource_not_found` for an unknown status, `invalid_parameter` for an end before the start,
 * `not_allowed` for budgets on a plan without them.
 */
export async function projectColumns(caller: Caller, input: ProjectInput, current: Current | undefined) {
  const was = current?.is_project ? current : undefined
  if ((input.budget !== undefined || input.contractType !== undefined) && !planHas(caller.plan, 'billing')) {
    throw notAllowed(`${features.billing.says}: not part of the plan ${caller.plan}`)
  }
  const statusId = (await chosenStatus(caller, input)) ?? was?.project_status_id ?? standardStatus.active
  const start = input.startDate === undefined ? (was?.project_start ?? null) : input.startDate
  const end = input.endDate === undefined ? (was?.project_end ?? null) : input.endDate
  if (start !== null && end !== null && end < start)
    throw invalidParameter("Parameter 'project' value is invalid: it ends before it starts")
  const isCompleted = (await groupOfStatus(caller, statusId)) === 'Completed'
  return {
    is_project: true,
    project_author_id: was?.project_author_id ?? caller.personId,
    project_created_at: was?.project_created_at ?? new Date(),
    project_status_id: statusId,
    project_start: start,
    project_end: end,
    project_completed_at: isCompleted ? (was?.project_completed_at ?? new Date()) : null,
    ...(input.contractType === undefined ? {} : { contract_type: input.contractType }),
    ...(input.budget === undefined ? {} : { budget: input.budget }),
  }
}

async function chosenStatus(caller: Caller, input: ProjectInput): Promise<number | undefined> {
  if (input.customStatusId !== undefined) {
    if (input.status !== undefined && input.status !== 'Custom')
      throw invalidParameter("Parameter 'project' value is invalid: status and customStatusId exclude each other")
    if ((await groupOfStatus(caller, input.customStatusId)) === undefined)
      throw notFound('Custom status', idAsSent(caller.accountId, 'CustomStatus', input.customStatusId))
    return input.customStatusId
  }
  if (input.status === 'Custom')
    throw invalidParameter("Parameter 'project' value is invalid: status Custom needs customStatusId")
  return input.status === undefined ? undefined : statusOfName(input.status)
}

/** Owners to add and to take away; one in both lists is refused. */
export async function projectOwners(
  caller: Caller,
  input: ProjectInput,
): Promise<{ added: number[]; removed: number[] }> {
  const added = await resolvePeople(caller, input.ownerIds ?? input.ownersAdd)
  const removed = await resolvePeople(caller, input.ownersRemove)
  if (added.some((person) => removed.includes(person)))
    throw invalidParameter("Parameter 'project' value is invalid: a person is in ownersAdd and ownersRemove")
  return { added, removed }
}
