import type { Caller } from '#access/caller.ts'
import { notAllowed, notFound } from '#contract/errors.ts'
import { features, planHas } from '#contract/plans.ts'
import { idAsSent } from '#ids/foreign.ts'
import { type JobRoleRow, jobRolesById } from './queries.ts'

/**
 * The job roles with these ids, in their order, deleted ones among them.
 *
 * @throws {Refused} `resource_not_found` for the first that does not exist; none is given then.
 */
export async function jobRolesByIds(caller: Caller, jobRoleIds: readonly number[]): Promise<JobRoleRow[]> {
  const known = await jobRolesById(caller, jobRoleIds)
  return jobRoleIds.map((id) => {
    const row = known.get(id)
    if (!row) throw notFound('Job role', idAsSent(caller.accountId, 'JobRole', id))
    return row
  })
}

/**
 * Lets a job role be given to somebody.
 *
 * @throws {Refused} `resource_not_found` for one that does not exist or is deleted, `not_allowed` on a plan without.
 */
export async function requireJobRole(caller: Caller, jobRoleId: number | undefined): Promise<void> {
  if (jobRoleId === undefined) return
  if (!planHas(caller.plan, 'jobRoles'))
    throw notAllowed(`${features.jobRoles.says}: not part of the plan ${caller.plan}`)
  const [row] = await jobRolesByIds(caller, [jobRoleId])
  if (row?.deleted_at) throw notFound('Job role', idAsSent(caller.accountId, 'JobRole', jobRoleId))
}
