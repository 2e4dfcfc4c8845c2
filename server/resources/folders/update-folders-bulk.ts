import type { Caller } from '#access/caller.ts'
import { type Permit, permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy, type EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { requireItemType } from '../custom-item-types/access.ts'
import { foldersByIds } from './access.ts'
import type * as contract from './contract/index.ts'
import { type FolderRow, presentFolder } from './presenter.ts'
import { editFolder } from './update-folder.ts'

/** Changes several folders or projects alike: all or none, answered in the order of the request. */
export const updateFoldersBulk: Handler<typeof contract.updateFoldersBulk> = async ({ caller, input, fields }) => {
  const permits = await permitAll(
    caller,
    'editFolder',
    input.folderIds.map((folder) => ({ folder })),
  )
  const itemType = await requireItemType(caller, input.convertToCustomItemType, 'Project')
  const work = async (rows: Rows, inside: Caller) => {
    const before = await foldersByIds(inside, input.folderIds)
    const events: EventRecord[] = []
    for (const [at, may] of permits.entries()) {
      events.push(
        ...(await editFolder(rows, inside, may as Permit<'editFolder'>, before[at] as FolderRow, {
          ...input,
          itemType,
        })),
      )
    }
    const after = await foldersByIds(inside, input.folderIds)
    return changedBy({ data: after.map((row) => presentFolder(inside, row, { fields, byId: true })) }, events)
  }
  return change(caller, work, { locks: input.project?.ownersAdd ? 'access' : 'leaf' })
}
