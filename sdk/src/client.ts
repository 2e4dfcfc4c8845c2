import { ApiError } from './error.ts'
import type { Operation } from './operation.ts'
import { type PreparedRequest, prepare, type Upload } from './request.ts'

export interface ClientOptions {
  /** Address of the server, or the `host` of a token answer: `https://tasks.example.org`. Empty: the page's own. */
  server: string
  /** An access token, or what gives one when it is needed. */
  token: string | (() => string | Promise<string>)
  /** Tries again after 429 and 503, waiting as the server says, at least one second; 5 times by default, 0 for never. */
  retries?: number
  fetch?: typeof fetch
}

export interface CallOptions {
  signal?: AbortSignal
  /** Of a write: sent again with the same key, the call is not carried out again but answered as before, for a day. */
  idempotencyKey?: string
  /** The `etag` of an answer: nothing is changed if somebody else was faster (`ApiError` with status 412). */
  ifMatch?: string
}

/** Rows of an answer, and the way to the next ones. */
export interface Answer<Row> {
  kind: string
  data: Row[]
  nextPageToken?: string
  /** How many there are in all, where the server counts them. */
  responseSize?: number
  /** The version of a single task, folder or comment. */
  etag?: string
}

export interface Client {
  /** Calls an operation once. @throws {ApiError} */
  call<Input extends object, Row>(
    operation: Operation<Input, Row>,
    input: Input,
    options?: CallOptions,
  ): Promise<Answer<Row>>
  /** All rows of an operation that answers in pages; the next page is read when it is needed. @throws {ApiError} */
  rows<Input extends object, Row>(
    operation: Operation<Input, Row>,
    input: Input,
    options?: CallOptions,
  ): AsyncGenerator<Row, void>
  /** Sends a file. @throws {ApiError} */
  upload<Input extends object, Row>(
    operation: Operation<Input, Row>,
    input: Input,
    file: Upload,
    options?: CallOptions,
  ): Promise<Answer<Row>>
  /** Gets a file; its content comes as it is read. @throws {ApiError} */
  download<Input extends object>(
    operation: Operation<Input, never>,
    input: Input,
    options?: CallOptions,
  ): Promise<Response>
}

/**
 * A client of one server.
 *
 * @example
 * const client = createClient({ server: 'https://tasks.example.org', token })
 * for await (const task of client.rows(queryTasks, { status: ['Active'], pageSize: 100 })) console.log(task.title)
 */
export function createClient({ server, token, retries = 5, fetch: send = fetch }: ClientOptions): Client {
  const base = server === '' || /^https?:/.test(server) ? server.replace(/\/$/, '') : `https://${server}`

  async function answerTo(
    request: PreparedRequest,
    { signal, idempotencyKey, ifMatch }: CallOptions,
  ): Promise<Response> {
    for (let attempt = 0; ; attempt++) {
      const bearer = typeof token === 'string' ? token : await token()
      const { method, headers, body } = request
      const answer = await send(`${base}${request.path}`, {
        method,
        headers: {
          ...headers,
          authorization: `bearer ${bearer}`,
          ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
          ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        },
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
      })
      if (answer.ok) return answer
      const mayPass = answer.status === 429 || answer.status === 503
      if (!mayPass || attempt >= retries) throw new ApiError(answer, await answer.json().catch(() => ({})))
      await answer.body?.cancel()
      await pause(waitMs(answer, attempt), signal)
    }
  }

  const call: Client['call'] = async (operation, input, options = {}) => {
    const answer = await answerTo(prepare(operation, input), options)
    const etag = answer.headers.get('etag')
    return { ...(await answer.json()), ...(etag !== null && { etag }) }
  }

  return {
    call,
    async *rows(operation, input, options) {
      const { pageToken } = operation
      let page = await call(operation, input, options)
      yield* page.data
      while (pageToken && page.nextPageToken) {
        page = await call(operation, { ...input, [pageToken]: page.nextPageToken }, options)
        yield* page.data
      }
    },
    async upload(operation, input, file, options = {}) {
      const answer = await answerTo(prepare(operation, input, file), options)
      return answer.json()
    },
    download: (operation, input, options = {}) => answerTo(prepare(operation, input), options),
  }
}

/** What the server asks for, else one second, doubled each time; never less than a second, at most a minute. */
function waitMs(answer: Response, attempt: number): number {
  const asked = Number(answer.headers.get('retry-after'))
  return Math.min(Math.max(asked > 0 ? asked * 1000 : 0, 1000 * 2 ** attempt, 1000), 60_000)
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const timer = setTimeout(done, ms)
    signal?.addEventListener('abort', stopped, { once: true })
    function done(): void {
      signal?.removeEventListener('abort', stopped)
      resolve()
    }
    function stopped(): void {
      clearTimeout(timer)
      reject(signal?.reason)
    }
  })
}
