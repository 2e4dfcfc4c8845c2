import type { Place } from '#access/permit.ts'

/** The task or folder of the path: each path has one of the two. */
export const placeOf = (input: { taskId?: number | undefined; folderId?: number | undefined }): Place =>
  input.taskId === undefined ? { folder: input.folderId as number } : { task: input.taskId }

/** The same for paths that name several. */
export const placesOf = (input: {
  taskIds?: readonly number[] | undefined
  folderIds?: readonly number[] | undefined
}): Place[] =>
  input.taskIds ? input.taskIds.map((task) => ({ task })) : (input.folderIds ?? []).map((folder) => ({ folder }))
