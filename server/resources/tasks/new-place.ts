import type { Caller } from '#access/caller.ts'
import { permitAccount, permitAll } from '#access/permit.ts'
import { logicalFolder } from '#contract/errors.ts'
import type { Input } from '#contract/operation.ts'
import { RECYCLE_BIN, ROOT_FOLDER } from '#ids/types.ts'
import type * as contract from './contract/index.ts'

/** Where the task goes, permitted: the folders, the tasks above, and a permit for the writes. */
export async function readPlace(caller: Caller, input: Input<typeof contract.createTask>) {
  const parents: number[] = [...new Set([input.folderId, ...(input.parents ?? [])])]
  if (parents.includes(RECYCLE_BIN)) throw logicalFolder()
  const folders = parents.filter((folder) => folder !== ROOT_FOLDER)
  const permits = await permitAll(caller, 'createTask', [
    ...folders.map((folder) => ({ folder })),
    ...(input.superTasks ?? []).map((task) => ({ task })),
  ])
  const may = permits[0] ?? permitAccount(caller, 'createAtRoot')
  return { may, folders, superTasks: input.superTasks ?? [] }
}

/** Sharing what is created needs the right to share there, as it does afterwards; at the root everything is one's own. */
export async function permitSharing(caller: Caller, place: { folders: number[]; superTasks: number[] }): Promise<void> {
  if (place.folders.length + place.superTasks.length === 0) permitAccount(caller, 'shareOwn')
  await permitAll(caller, 'share', [
    ...place.folders.map((folder) => ({ folder })),
    ...place.superTasks.map((task) => ({ task })),
  ])
}
