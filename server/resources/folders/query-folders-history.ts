import { permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { encodeId } from '#ids/encode.ts'
import { historiesOf, requireWindow } from '../finance/history.ts'
import { seesRates } from '../hourly-rates/access.ts'
import { foldersByIds } from './access.ts'
import type * as contract from './contract/index.ts'

/**
 * Reads how the money of projects has changed, in the order of the request; folders that are no projects have none. Who is
 * no account admin gets the budgets alone: the other sums would tell what people cost.
 *
 * @throws {Refused} `access_forbidden` unless one is an account admin or has the role Full.
 */
export const queryFoldersHistory: Handler<typeof contract.queryFoldersHistory> = async ({ caller, input, fields }) => {
  const rows = await foldersByIds(caller, input.folderIds)
  const all = seesRates(caller)
  if (!all)
    await permitAll(
      caller,
      'share',
      input.folderIds.map((folder) => ({ folder })),
    )
  requireWindow(input.updatedDate)
  const metrics = [...fields].filter((field) => all || field === 'budget')
  const histories = await historiesOf(caller, input.folderIds, metrics, input.updatedDate)
  return {
    data: rows.map((row) => ({
      id: encodeId('Folder', caller.accountId, row.folder_id),
      ...(row.is_project ? { project: histories.get(row.folder_id) ?? {} } : {}),
    })),
  }
}
