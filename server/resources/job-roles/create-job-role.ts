import { permitAccount } from '#access/permit.ts'
import { avatarColorOf, shortTitleOf } from '#contract/avatar-colors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type * as contract from './contract.ts'
import { jobRoleEvent } from './events.ts'
import { presentJobRole } from './presenter.ts'

/** Creates a job role; letters and colour of its avatar come from the title unless they are given. */
export const createJobRole: Handler<typeof contract.createJobRole> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageResources')
  return change(caller, async (rows) => {
    const row = await rows.insert('job_role', may, {
      title: input.title,
      short_title: input.shortTitle ?? shortTitleOf(input.title),
      avatar_color: input.avatarColor ?? avatarColorOf(input.title),
    })
    return changed({ data: [presentJobRole(caller, row)] }, jobRoleEvent('JobRoleCreated', row))
  })
}
