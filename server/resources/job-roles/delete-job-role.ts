import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { jobRolesByIds } from './access.ts'
import type * as contract from './contract.ts'
import { jobRoleEvent } from './events.ts'
import { presentJobRole } from './presenter.ts'
import type { JobRoleRow } from './queries.ts'

/** Deletes a job role; who has it keeps it. Deleting a deleted one changes nothing. */
export const deleteJobRole: Handler<typeof contract.deleteJobRole> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageResources')
  const [before] = (await jobRolesByIds(caller, [input.jobroleId])) as [JobRoleRow]
  return change(caller, async (rows) => {
    if (before.deleted_at) return changedBy({ data: [presentJobRole(caller, before)] }, [])
    const key = { job_role_id: before.job_role_id }
    const [row] = (await rows.update('job_role', may, key, { deleted_at: new Date() })) as [JobRoleRow]
    return changedBy({ data: [presentJobRole(caller, row)] }, [jobRoleEvent('JobRoleDeleted', row, before)])
  })
}
