import { permitAccount } from '#access/permit.ts'
import { notAllowed } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { followJobRole } from '../hourly-rates/set-rates.ts'
import { requireJobRole } from '../job-roles/access.ts'
import { placeholdersByIds } from './access.ts'
import type * as contract from './contract.ts'
import { placeholderEvent } from './events.ts'
import { presentPlaceholder } from './presenter.ts'
import type { PlaceholderRow } from './queries.ts'

/**
 * Changes a placeholder: what is sent, nothing else.
 *
 * @throws {Refused} `not_allowed` for a deleted one.
 */
export const updatePlaceholder: Handler<typeof contract.updatePlaceholder> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageResources')
  const [before] = (await placeholdersByIds(caller, [input.placeholderId])) as [PlaceholderRow]
  if (before.deleted_at) throw notAllowed('A deleted placeholder cannot be changed')
  await requireJobRole(caller, input.jobRoleId ?? undefined)
  return change(caller, async (rows, inside) => {
    const [row] = (await rows.update(
      'placeholder',
      may,
      { placeholder_id: before.placeholder_id },
      {
        title: input.title ?? before.title,
        short_title: input.shortTitle ?? before.short_title,
        job_role_id: input.jobRoleId === undefined ? before.job_role_id : input.jobRoleId,
        avatar_color: input.avatarColor ?? before.avatar_color,
      },
    )) as [PlaceholderRow]
    const rates =
      row.job_role_id === before.job_role_id
        ? []
        : await followJobRole(rows, inside, may, { type: 'Placeholder', id: row.placeholder_id })
    return changed(
      { data: [presentPlaceholder(caller, row)] },
      placeholderEvent('PlaceholderChanged', row, before),
      ...rates,
    )
  })
}
