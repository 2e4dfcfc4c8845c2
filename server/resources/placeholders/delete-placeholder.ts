import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { placeholdersByIds } from './access.ts'
import type * as contract from './contract.ts'
import { placeholderEvent } from './events.ts'
import { presentPlaceholder } from './presenter.ts'
import type { PlaceholderRow } from './queries.ts'

/** Deletes a placeholder; what names it keeps it. Deleting a deleted one changes nothing. */
export const deletePlaceholder: Handler<typeof contract.deletePlaceholder> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageResources')
  const [before] = (await placeholdersByIds(caller, [input.placeholderId])) as [PlaceholderRow]
  return change(caller, async (rows) => {
    if (before.deleted_at) return changedBy({ data: [presentPlaceholder(caller, before)] }, [])
    const key = { placeholder_id: before.placeholder_id }
    const [row] = (await rows.update('placeholder', may, key, { deleted_at: new Date() })) as [PlaceholderRow]
    return changedBy({ data: [presentPlaceholder(caller, row)] }, [placeholderEvent('PlaceholderDeleted', row, before)])
  })
}
