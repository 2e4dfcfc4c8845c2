import { Readable } from 'node:stream'
import { invalidValue, type Refused } from '#contract/errors.ts'
import { BlockedAddress, type Outbound } from '#outbound/outbound.ts'
import { cleanFileName } from './file-name.ts'

/** A file of another server, whose bytes have not been read yet. */
export interface FetchedFile {
  content: Readable
  /** As the other server names it; may be empty. */
  name: string
}

const mostRedirects = 5
const longestMs = 10 * 60 * 1000

/**
 * Fetches a file whose address a client names. Each address that is really connected to is checked, those that redirects
 * lead to as well.
 *
 * @throws {Refused} `invalid_parameter` if the address may not be called, or gives no file.
 */
export async function fetchFile(outbound: Outbound, parameter: string, address: string): Promise<FetchedFile> {
  let url = address
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const { statusCode, headers, body } = await outbound
      .request(url, { method: 'GET', headers: { accept: '*/*', 'accept-encoding': 'identity' }, timeoutMs: longestMs })
      .catch((error) => Promise.reject(refusal(parameter, error)))
    if (statusCode === 200)
      return {
        content: Readable.from(untilCut(parameter, body), { objectMode: false }),
        name: nameOf(one(headers['content-disposition']), url),
      }
    const next = one(headers.location)
    body.on('error', () => {}).destroy()
    if (statusCode < 300 || statusCode >= 400 || next === undefined || !URL.canParse(next, url))
      throw invalidValue(parameter, `an address that gives a file; it answered ${statusCode}`)
    url = new URL(next, url).href
  }
  throw invalidValue(parameter, `an address with at most ${mostRedirects} redirects`)
}

/**
 * Reads an address of the web, which nobody calls here.
 *
 * @throws {Refused} `invalid_parameter` if it is none, or holds a user name or password.
 */
export function webAddress(parameter: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    throw invalidValue(parameter, 'an address that begins with http:// or https://')
  return url
}

async function* untilCut(parameter: string, body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of body) yield chunk
  } catch (error) {
    throw refusal(parameter, error)
  }
}

/** The client learns why an address may not be called, but nothing of what is behind one. */
function refusal(parameter: string, error: unknown): Refused {
  const blocked = [error, (error as Error).cause].find((one) => one instanceof BlockedAddress)
  return invalidValue(parameter, blocked?.message ?? 'an address that can be reached and gives a file')
}

const one = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header)

function nameOf(disposition: string | undefined, url: string): string {
  const text = /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return cleanFileName(decodeURIComponent(text))
  } catch {
    return cleanFileName(text)
  }
}
