import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { Refused } from '#contract/errors.ts'
import type { Bucket } from './bucket.ts'
import { abandonUnfinished, writeInParts } from './s3-parts.ts'
import { checkedKey, type FileStore } from './store.ts'

/** Bytes of a part; S3 wants 5 MB at least, and takes 10,000 of them. This is the memory of one upload. */
const partSize = 8 * 1024 * 1024

/** One request to the bucket, signed: to an object (`/key`), or to the bucket itself (`?query`). */
export type Send = (
  method: string,
  target: string,
  options?: { body?: Uint8Array<ArrayBuffer>; headers?: Record<string, string> },
) => Promise<Response>

/** Keeps files in a bucket. Each request is signed with the hash of its body, so that it may travel without TLS too. */
export function s3Store(bucket: Bucket): FileStore {
  const { region, accessKeyId, secretAccessKey, sessionToken, url, prefix } = bucket
  const client = new AwsClient({
    service: 's3',
    region,
    accessKeyId,
    secretAccessKey,
    retries: 3,
    ...(sessionToken ? { sessionToken } : {}),
  })
  const send: Send = (method, target, { body, headers = {} } = {}) => {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    return client
      .fetch(`${url}${target}`, {
        method,
        headers: { ...headers, 'x-amz-content-sha256': hash },
        ...(body ? { body } : {}),
      })
      .catch((error) => Promise.reject(away(error)))
  }
  const objectOf = (key: string) => `${prefix}${checkedKey(key)}`

  return {
    write: (key, content) => writeInParts(send, objectOf(key), content, partSize),
    async read(key, range) {
      const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {}
      const response = await send('GET', `/${objectOf(key)}`, { headers })
      if (response.status === 404) {
        await response.body?.cancel()
        return undefined
      }
      await expectSuccess(response)
      return Readable.fromWeb(response.body as ReadableStream)
    },
    async remove(key, { unfinished = false } = {}) {
      if (unfinished) await abandonUnfinished(send, objectOf(key))
      const response = await send('DELETE', `/${objectOf(key)}`)
      if (response.status !== 404) await expectSuccess(response)
      await response.body?.cancel()
    },
  }
}

/**
 * @throws {Refused} 503 if the service is overloaded or broken.
 * @throws {Error} that says what it answered, for the log.
 */
export async function expectSuccess(response: Response): Promise<void> {
  if (response.ok) return
  const text = (await response.text().catch(() => '')).slice(0, 500)
  const error = new Error(`The file store answered ${response.status}: ${text}`)
  throw response.status >= 500 ? away(error) : error
}

const away = (cause: unknown): Refused =>
  new Refused('server_error', 'The file store is away; try again shortly', {
    status: 503,
    headers: { 'retry-after': '5' },
    cause,
  })
