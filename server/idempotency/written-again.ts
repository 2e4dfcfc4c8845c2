import type { Caller } from '#access/caller.ts'
import { Refused } from '#contract/errors.ts'
import { perform } from '#http/perform.ts'
import type { Services } from '#http/services.ts'
import { encodeId } from '#ids/encode.ts'
import { bound } from '#resources/index.ts'
import type { OnceOutcome } from './once.ts'
import type { KnownRequest } from './store.ts'

const reads = {
  task: { id: 'getTasksByIds', name: 'taskIds', type: 'Task', kind: 'tasks' },
  folder: { id: 'getFoldersByIds', name: 'folderIds', type: 'Folder', kind: 'folders' },
  comment: { id: 'getComments', name: 'commentIds', type: 'Comment', kind: 'comments' },
} as const

/**
 * The answer of a request whose server died after it had written, and before it had kept the answer: the task, folder or
 * comment as it is now.
 *
 * @throws {Refused} 409 where it wrote something else: it is done, but nobody knows what was answered.
 */
export async function writtenAgain(services: Services, caller: Caller, request: KnownRequest): Promise<OnceOutcome> {
  const read = reads[request.entity_type as keyof typeof reads]
  const get = read && bound.find(({ operation }) => operation.id === read.id)
  if (!get)
    throw new Refused('invalid_request', 'The request was carried out, but its answer was lost', { status: 409 })
  const id = encodeId(read.type, request.account_id, Number(request.entity_id))
  const raw = { path: { [read.name]: id }, query: {}, body: undefined }
  const data = await perform(services, get, caller, raw).then(
    (answer) => answer.data,
    // Deleted, perhaps by this very request.
    () => [],
  )
  return { status: 200, etag: undefined, text: JSON.stringify({ kind: read.kind, data }), isRepeated: true }
}
