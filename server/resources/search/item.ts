import { idText, oneOfText, optional, string } from '#contract/model.ts'
import { encodeId } from '#ids/encode.ts'

export const itemKinds = ['Space', 'Project', 'Folder', 'Task'] as const
export type ItemKind = (typeof itemKinds)[number]

/** Members of a model that names a task, a folder, a project or a space. */
export const itemMembers = {
  kind: oneOfText(itemKinds),
  taskId: optional(idText('Task')),
  folderId: optional(idText('Folder')),
  title: string(),
  customStatusId: optional(idText('CustomStatus')),
}

/** A task or folder, as far as it takes to name it. */
export interface Item {
  kind: ItemKind
  number: number
  title: string
  /** Of a task or a project. */
  statusId: number | null
}

export const presentItem = (accountId: number, { kind, number, title, statusId }: Item) => ({
  kind,
  ...(kind === 'Task'
    ? { taskId: encodeId('Task', accountId, number) }
    : { folderId: encodeId('Folder', accountId, number) }),
  title,
  ...(statusId === null ? {} : { customStatusId: encodeId('CustomStatus', accountId, statusId) }),
})
