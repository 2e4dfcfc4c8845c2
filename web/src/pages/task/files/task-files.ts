import { type Attachment, getAttachmentUrl, queryAttachments } from '@taskwright/sdk'
import { useMemo } from 'react'
import { api, useRead } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { useOpenTask } from '../frame/open-task.tsx'

/** A file of a task: its current version, and all of them, the newest first. */
export interface TaskFile {
  /** Of the first version: the file keeps it. */
  id: string
  current: Attachment
  versions: readonly Attachment[]
}

/** The files of the open task, the newest first; undefined while they are read. */
export function useTaskFiles() {
  const { task } = useOpenTask()
  const read = useRead(queryAttachments, { taskId: task.id, versions: true })
  const files = useMemo(() => read.data && byFile(read.data), [read.data])
  return { files, error: read.error, refetch: read.refetch }
}

function byFile(all: readonly Attachment[]): TaskFile[] {
  const groups = Map.groupBy(all, ({ id, originVersionId }) => originVersionId ?? id)
  return [...groups]
    .map(([id, some]) => {
      const versions = some.toSorted((a, b) => b.version - a.version)
      return { id, versions, current: versions.find((one) => !one.currentAttachmentId) ?? (versions[0] as Attachment) }
    })
    .sort((a, b) => b.current.createdDate.localeCompare(a.current.createdDate))
}

/** Types of which the server makes small pictures. */
export const isImage = ({ type, contentType }: Attachment): boolean =>
  type === 'Wrike' && /^image\/(png|jpeg|gif|webp|avif)$/.test(contentType)

/** Whether it lives elsewhere: then it is a link. */
export const isLink = ({ type }: Attachment): boolean => type !== 'Wrike'

/** Gives the file to the browser to save, or opens the place where it lives. */
export async function download(attachment: Attachment): Promise<void> {
  try {
    const [row] = (await api.call(getAttachmentUrl, { attachmentId: attachment.id })).data
    const link = document.createElement('a')
    link.href = row?.url ?? ''
    link.rel = 'noopener noreferrer'
    if (isLink(attachment)) link.target = '_blank'
    else link.download = attachment.name
    link.click()
  } catch (error) {
    tell((error as Error).message, { isFault: true })
  }
}
