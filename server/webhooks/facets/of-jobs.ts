import { decodeId } from '#ids/decode.ts'
import { type Facet, facet, type Said } from './facet.ts'

type Reader = (about: Said) => Facet[]

const launches = new Set(['LaunchFolderBlueprint', 'LaunchTaskBlueprint'])

/** End of work in the background → what webhooks report of it, as news of the folder or task that was made or filled. */
export const ofJobs: Record<string, Reader> = {
  AsyncJobFinished: (about) => {
    const { type, status, result } = about.after as { type: string; status: string; result?: Record<string, string> }
    if (status !== 'Completed') return []
    if (type === 'ImportFromFile') return imported(about, result)
    if (!launches.has(type)) return []
    const made = result?.folderId ? decodeId('Folder', result.folderId) : decodeId('Task', result?.taskId ?? '')
    if (!made) return []
    const on = result?.folderId ? 'folder' : 'task'
    return [facet(about, on, 'CreateFromBlueprintCompleted', {}, { id: made.number })]
  },
}

/** News of the folder that the tasks are in; the import names it in its own way. */
function imported(about: Said, result: Record<string, string> | undefined): Facet[] {
  const folder = decodeId('Folder', result?.folderId ?? '')
  if (!folder) return []
  return [
    facet(about, 'folder', 'ImportFromFileCompleted', { attachmentId: result?.attachmentId }, { id: folder.number }),
  ]
}
