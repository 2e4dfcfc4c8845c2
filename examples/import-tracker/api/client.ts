import { setTimeout as sleep } from 'node:timers/promises'
import { pauseAfter } from './pace.ts'

type Parameters = Record<string, unknown>

/** The envelope of every answer. */
export interface Answer<T> {
  kind: string
  data: T[]
  nextPageToken?: string
}

/** Where the access token comes from; `renew` says whether a new one could be had. */
export interface Credential {
  token(): Promise<string>
  renew(): Promise<boolean>
}

/** The API, one call at a time: the reference asks clients not to write in parallel. */
export interface Api {
  get<T>(path: string, query?: Parameters): Promise<Answer<T>>
  post<T>(path: string, body: Parameters): Promise<Answer<T>>
  put<T>(path: string, body: Parameters): Promise<Answer<T>>
  delete<T>(path: string): Promise<Answer<T>>
}

/** An answer that is no success, in the words of the server. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, description: string, call: string) {
    super(`${call}: ${status} ${code}: ${description}`)
    this.status = status
    this.code = code
  }
}

export interface ClientSettings {
  /** Origin of the server, without path. */
  server: string
  credential: Credential
  wait?: (ms: number) => Promise<unknown>
  /** Hears of each back-off, to tell the person in front of the screen. */
  onBackOff?: (reason: string, ms: number) => void
}

const firstBackOffMs = 1_000
const longestBackOffMs = 60_000
const attempts = 8

/**
 * A client that keeps to the limits of the server: it slows down when the rate limit headers show that little is left,
 * and after 429 and 503 it waits for a second, then for twice as long each time, or as long as `Retry-After` says. Calls
 * answered so have not happened, so writes are repeated too. Calls that got no answer are repeated only if they read.
 */
export function createClient({ server, credential, wait = sleep, onBackOff = () => {} }: ClientSettings): Api {
  let pauseMs = 0

  async function call<T>(method: string, path: string, query: Parameters, body?: Parameters): Promise<Answer<T>> {
    let renewed = false
    for (let attempt = 1; ; attempt += 1) {
      if (pauseMs > 0) await wait(pauseMs)
      const response = await send(method, path, query, body).catch((error: Error) => {
        if (attempt === attempts || !(method === 'GET' || wasNeverSent(error))) throw error
        return error
      })
      if (!(response instanceof Error)) {
        pauseMs = pauseAfter(response.headers)
        if (response.ok) return (await response.json()) as Answer<T>
        if (response.status === 401 && !renewed && (await credential.renew())) {
          renewed = true
          continue
        }
        const isBusy = response.status === 429 || response.status === 503
        if (!isBusy || attempt === attempts) throw await refusal(response, `${method} ${path}`)
        await response.body?.cancel()
      }
      const ms = backOffMs(attempt, response instanceof Error ? undefined : response.headers)
      onBackOff(response instanceof Error ? 'the server is not there' : `answer ${response.status}`, ms)
      await wait(ms)
      pauseMs = 0
    }
  }

  async function send(method: string, path: string, query: Parameters, body?: Parameters): Promise<Response> {
    const url = new URL(`${server}/api/v4${path}`)
    for (const [name, value] of Object.entries(query)) {
      url.searchParams.set(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
    }
    const headers = { authorization: `bearer ${await credential.token()}` }
    if (!body) return fetch(url, { method, headers })
    return fetch(url, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }

  return {
    get: (path, query = {}) => call('GET', path, query),
    post: (path, body) => call('POST', path, {}, body),
    put: (path, body) => call('PUT', path, {}, body),
    delete: (path) => call('DELETE', path, {}),
  }
}

/** All pages of a list. */
export async function readAll<T>(api: Api, path: string, query: Parameters): Promise<T[]> {
  const all: T[] = []
  let page = await api.get<T>(path, { ...query, pageSize: 1000 })
  all.push(...page.data)
  while (page.nextPageToken) {
    page = await api.get<T>(path, { ...query, pageSize: 1000, nextPageToken: page.nextPageToken })
    all.push(...page.data)
  }
  return all
}

function backOffMs(attempt: number, headers: Headers | undefined): number {
  const doubled = Math.min(firstBackOffMs * 2 ** (attempt - 1), longestBackOffMs)
  return Math.max(doubled, Number(headers?.get('retry-after') ?? 0) * 1000)
}

function wasNeverSent(error: Error): boolean {
  return (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ECONNREFUSED'
}

async function refusal(response: Response, call: string): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as { error?: string; errorDescription?: string }
  return new ApiError(response.status, body.error ?? 'unknown', body.errorDescription ?? response.statusText, call)
}
