import { permitAccount } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { jobRolesByIds } from './access.ts'
import type * as contract from './contract.ts'
import { jobRoleEvent } from './events.ts'
import { presentJobRole } from './presenter.ts'
import type { JobRoleRow } from './queries.ts'

/**
 * Changes a job role: what is sent, nothing else.
 *
 * @throws {Refused} `not_allowed` for a deleted one.
 */
export const updateJobRole: Handler<typeof contract.updateJobRole> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageResources')
  const [before] = (await jobRolesByIds(caller, [input.jobroleId])) as [JobRoleRow]
  if (before.deleted_at) throw notAllowed('A deleted job role cannot be changed')
  return change(caller, async (rows) => {
    const [row] = (await rows.update(
      'job_role',
      may,
      { job_role_id: before.job_role_id },
      {
        title: input.title ?? before.title,
        short_title: input.shortTitle ?? before.short_title,
        avatar_color: input.avatarColor ?? before.avatar_color,
      },
    )) as [JobRoleRow]
    return changed({ data: [presentJobRole(caller, row)] }, jobRoleEvent('JobRoleChanged', row, before))
  })
}
