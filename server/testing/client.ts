/** An answer of the server, read. */
export interface Answered {
  status: number
  headers: Headers
  /** The JSON body; `data` is there on success. */
  body: {
    kind: string
    data: Data[]
    nextPageToken?: string
    responseSize?: number
    state?: string
    error?: string
    errorDescription?: string
  }
}
// Tests look at answers of many models; each test asserts the shape it needs.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Data = any

export type Parameters = Record<string, unknown>

/** One person's program: calls the API over HTTP with that person's token. */
export class Client {
  readonly url: string
  readonly token: string
  readonly version: 'v3' | 'v4'

  constructor(url: string, token: string, version: 'v3' | 'v4' = 'v4') {
    this.url = url
    this.token = token
    this.version = version
  }

  get(path: string, parameters: Parameters = {}): Promise<Answered> {
    return this.#send('GET', `${path}${asQuery(parameters)}`)
  }
  delete(path: string, parameters: Parameters = {}): Promise<Answered> {
    return this.#send('DELETE', `${path}${asQuery(parameters)}`)
  }
  /** With a JSON body. */
  post(path: string, parameters: Parameters = {}): Promise<Answered> {
    return this.#send('POST', path, parameters)
  }
  put(path: string, parameters: Parameters = {}): Promise<Answered> {
    return this.#send('PUT', path, parameters)
  }

  /** Sends a file, as clients of the original do; `method` PUT makes a new version. */
  async upload(
    path: string,
    name: string,
    content: Uint8Array | string | ReadableStream | undefined,
    { method = 'POST', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<Answered> {
    const response = await fetch(`${this.url}/api/${this.version}${path}`, {
      method,
      headers: {
        authorization: `bearer ${this.token}`,
        'content-type': 'application/octet-stream',
        'x-requested-with': 'XMLHttpRequest',
        'x-file-name': name,
        ...headers,
      },
      ...(content === undefined ? {} : { body: content, duplex: 'half' }),
    } as RequestInit)
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answered['body'] }
  }

  /** The answer as it comes: for files. */
  raw(path: string, init: { method?: string; headers?: Record<string, string> } = {}): Promise<Response> {
    return fetch(`${this.url}/api/${this.version}${path}`, {
      ...init,
      headers: { authorization: `bearer ${this.token}`, ...init.headers },
    })
  }

  async #send(method: string, path: string, json?: Parameters): Promise<Answered> {
    const response = await fetch(`${this.url}/api/${this.version}${path}`, {
      method,
      headers: { authorization: `bearer ${this.token}`, ...(json ? { 'content-type': 'application/json' } : {}) },
      ...(json ? { body: JSON.stringify(json) } : {}),
    })
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answered['body'] }
  }
}

/** Query parameters as clients of the original write them: text as it is, everything else as JSON text. */
export function asQuery(parameters: Parameters): string {
  const entries = Object.entries(parameters).filter(([, value]) => value !== undefined)
  if (entries.length === 0) return ''
  return `?${new URLSearchParams(Object.fromEntries(entries.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])))}`
}
