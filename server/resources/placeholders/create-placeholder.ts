import { permitAccount } from '#access/permit.ts'
import { avatarColorOf, shortTitleOf } from '#contract/avatar-colors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { followJobRole } from '../hourly-rates/set-rates.ts'
import { requireJobRole } from '../job-roles/access.ts'
import type * as contract from './contract.ts'
import { placeholderEvent } from './events.ts'
import { presentPlaceholder } from './presenter.ts'

/** Creates a placeholder; letters and colour of its avatar come from the title unless they are given. */
export const createPlaceholder: Handler<typeof contract.createPlaceholder> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageResources')
  await requireJobRole(caller, input.jobRoleId)
  return change(caller, async (rows, inside) => {
    const row = await rows.insert('placeholder', may, {
      title: input.title,
      short_title: input.shortTitle ?? shortTitleOf(input.title),
      job_role_id: input.jobRoleId ?? null,
      avatar_color: input.avatarColor ?? avatarColorOf(input.title),
    })
    const rates =
      row.job_role_id === null
        ? []
        : await followJobRole(rows, inside, may, { type: 'Placeholder', id: row.placeholder_id })
    return changed({ data: [presentPlaceholder(caller, row)] }, placeholderEvent('PlaceholderCreated', row), ...rates)
  })
}
