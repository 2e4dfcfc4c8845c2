import { type Attachment, createAttachment, queryAttachments, updateAttachment } from '@taskwright/sdk'
import { useSyncExternalStore } from 'react'
import { Unreachable } from '../../../data/connection.ts'
import { memory } from '../../../data/memory.ts'
import { tell } from '../../../data/notices.ts'
import { isAhead, send } from '../../../data/outbox/send.ts'
import { type Progress, upload } from '../../../data/upload.ts'
import { words } from '../../../language/words.ts'

const t = words('uploading', {
  waits: ({ name }: { name: string }) => `“${name}” is uploaded when the connection is back.`,
  refused: ({ name, why }: { name: string; why: string }) => `“${name}” was not uploaded: ${why}`,
})

/** A file on its way to the server. */
export interface Sending {
  key: number
  taskId: string
  name: string
  /** Between 0 and 1; it waits for others while undefined. */
  share: number | undefined
  fault: string | undefined
  cancel: () => void
}

/** So many are sent at once. */
const atOnce = 3

let sendings: readonly Sending[] = []
let last = 0
let busy = 0
const queue: (() => void)[] = []
const watchers = new Set<() => void>()

function become(next: readonly Sending[]): void {
  sendings = next
  for (const watcher of watchers) watcher()
}

const patch = (key: number, members: Partial<Sending>) =>
  become(sendings.map((one) => (one.key === key ? { ...one, ...members } : one)))

const dismiss = (key: number) => become(sendings.filter((one) => one.key !== key))

/** Leaving the page cuts off what is on its way: the browser asks first. */
addEventListener('beforeunload', (event) => {
  if (sendings.some(({ fault }) => fault === undefined)) event.preventDefault()
})

type Options = { signal: AbortSignal; progress: Progress; key: string }
type Send = (file: File, options: Options) => Promise<Attachment[]>

/** Attaches files to a task, or makes one a new version of a file. They go on while the person does something else. */
export function sendFiles(taskId: string, files: readonly File[], versionOf?: string): void {
  const sendFile: Send = (file, options) =>
    versionOf
      ? upload(updateAttachment, { attachmentId: versionOf }, file, options)
      : upload(createAttachment, { taskId }, file, options).catch((error) => {
          if (!(error instanceof Unreachable)) throw error
          return waitFor(taskId, file, options.key)
        })
  for (const file of files) begin(taskId, file, sendFile)
}

/** Without a connection it waits in the browser, if it is not too large. */
async function waitFor(taskId: string, file: File, key: string): Promise<Attachment[]> {
  const rows = await send(createAttachment, { taskId }, { file: { name: file.name, content: file }, key })
  if (isAhead(rows)) tell(t.waits(file))
  return rows
}

function begin(taskId: string, file: File, sendFile: Send): void {
  const key = ++last
  const stop = new AbortController()
  const cancel = () => {
    stop.abort()
    dismiss(key)
  }
  become([...sendings, { key, taskId, name: file.name, share: undefined, fault: undefined, cancel }])
  const run = async () => {
    busy++
    try {
      if (!stop.signal.aborted) {
        const progress: Progress = (loaded, total) => patch(key, { share: total > 0 ? loaded / total : 1 })
        await sendFile(file, { signal: stop.signal, progress, key: crypto.randomUUID() })
        await memory.invalidateQueries({ queryKey: [queryAttachments.id] })
      }
      dismiss(key)
    } catch (error) {
      if (!stop.signal.aborted) refuse(key, file.name, (error as Error).message)
    } finally {
      busy--
      queue.shift()?.()
    }
  }
  if (busy < atOnce) void run()
  else queue.push(() => void run())
}

/** It is told where the files are, if somebody looks; else by a notice. */
function refuse(key: number, name: string, why: string): void {
  patch(key, { fault: why })
  if (watchers.size > 0) return
  tell(t.refused({ name, why }), { isFault: true })
  dismiss(key)
}

/** The files on their way to a task. */
export function useSendings(taskId: string): readonly Sending[] {
  const all = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => sendings,
  )
  return all.filter((one) => one.taskId === taskId)
}
