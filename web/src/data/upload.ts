import { type Operation, prepare } from '@taskwright/sdk'
import { Unreachable } from './connection.ts'
import { accessToken } from './session.ts'

/** Bytes of a file that have arrived. */
export type Progress = (loaded: number, total: number) => void

/**
 * Sends a file by an operation, and tells how far it is: what `fetch` can't.
 *
 * @throws {Error} with the server's words if it refuses, {@link Unreachable} if it is not there, an AbortError if it was cancelled.
 */
export async function upload<Input extends object, Row>(
  operation: Operation<Input, Row>,
  input: Input,
  file: File,
  { signal, progress, key }: { signal: AbortSignal; progress: Progress; key: string },
): Promise<Row[]> {
  const { path, method, headers } = prepare(operation, input, { name: file.name, content: file })
  const token = await accessToken()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    signal.addEventListener('abort', () => request.abort())
    request.open(method, path)
    for (const [name, value] of Object.entries({
      ...headers,
      'idempotency-key': key,
      authorization: `bearer ${token}`,
    }))
      request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => progress(loaded, total)
    request.onload = () => {
      if (request.status === 200) return resolve((request.response as { data: Row[] }).data)
      const { errorDescription } = (request.response ?? {}) as { errorDescription?: string }
      reject(new Error(errorDescription ?? `${request.status} ${request.statusText}`))
    }
    request.onerror = () => reject(new Unreachable())
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'))
    if (signal.aborted) return reject(new DOMException('Cancelled', 'AbortError'))
    request.send(file)
  })
}
