import { useQueryClient } from '@tanstack/react-query'
import { createAttachment, queryAttachments } from '@taskwright/sdk'
import { api } from '../../../data/api.ts'
import { pictureAddress } from '../../../parts/rich/pictures.ts'
import type { KeepPicture } from '../../../parts/rich/uploads.ts'
import { useOpenTask } from '../frame/open-task.tsx'

/** Keeps pictures of texts as files of the open task; those of other servers are fetched by ours. */
export function useKeepPicture(): KeepPicture {
  const { task } = useOpenTask()
  const memory = useQueryClient()
  return async (picture) => {
    const { data } =
      typeof picture === 'string'
        ? await api.call(createAttachment, { taskId: task.id, url: picture })
        : await api.upload(createAttachment, { taskId: task.id }, { name: picture.name, content: picture })
    const [kept] = data
    if (!kept) throw new Error('The server kept no file')
    void memory.invalidateQueries({ queryKey: [queryAttachments.id] })
    return { address: pictureAddress(kept.id, kept.name), name: kept.name }
  }
}
