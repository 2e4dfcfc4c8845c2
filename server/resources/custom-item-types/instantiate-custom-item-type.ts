import { invalidParameter } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { type Id, ROOT_FOLDER } from '#ids/types.ts'
// biome-ignore lint/style/noRestrictedImports: an item of a type is created as any other, by the same operation
import { createFolder } from '../folders/create-folder.ts'
// biome-ignore lint/style/noRestrictedImports: an item of a type is created as any other, by the same operation
import { createTask } from '../tasks/create-task.ts'
import { itemTypesByIds } from './access.ts'
import type * as contract from './contract.ts'
import type { ItemTypeRow } from './queries.ts'

/**
 * Makes a task or project of a type, as creating one with `customItemTypeId` does.
 *
 * @throws {Refused} `invalid_parameter` unless exactly one place is named, and for a project inside a task.
 */
export const instantiateCustomItemType: Handler<typeof contract.instantiateCustomItemType> = async (request) => {
  const { caller, input } = request
  const { superTaskId, parentId, title, customItemTypeId } = input
  const [type] = (await itemTypesByIds(caller, [customItemTypeId])) as [ItemTypeRow]
  if ((superTaskId === undefined) === (parentId === undefined))
    throw invalidParameter("Send exactly one of 'superTaskId' and 'parentId'")
  if (type.related_type === 'Project') {
    if (parentId === undefined) throw invalidParameter('A project cannot lie in a task: send parentId')
    const made = await createFolder({
      ...request,
      fields: new Set(),
      input: { folderId: parentId, title, customItemTypeId },
    })
    return { data: made.data.map(({ id }) => ({ id, relatedType: 'Project' as const })) }
  }
  const place =
    parentId === undefined
      ? { folderId: ROOT_FOLDER as Id<'Folder'>, superTasks: [superTaskId as Id<'Task'>] }
      : { folderId: parentId }
  const made = await createTask({ ...request, fields: new Set(), input: { ...place, title, customItemTypeId } })
  return { data: made.data.map(({ id }) => ({ id, relatedType: 'Task' as const })) }
}
