import type { Operation } from '#contract/operation.ts'
import { type Answered, asQuery, type Client } from './client.ts'

/** Sends a request of an operation: parameters in query or body, a file where it takes one; a file that comes back is read. */
export function send(
  who: Client,
  { method, body, answer }: Pick<Operation, 'method' | 'body' | 'answer'>,
  path: string,
  parameters: Record<string, unknown>,
): Promise<Answered> {
  if (body === 'binary') return who.upload(`${path}${asQuery(parameters)}`, 'note.txt', 'Title\nText', { method })
  if (answer === 'binary') return download(who, `${path}${asQuery(parameters)}`)
  return who[method.toLowerCase() as 'get'](path, parameters)
}

/** A file has no envelope, but its errors do. */
async function download(who: Client, path: string): Promise<Answered> {
  const response = await who.raw(path)
  const body = response.ok ? { kind: 'binary', data: [await response.text()] } : await response.json()
  return { status: response.status, headers: response.headers, body: body as Answered['body'] }
}
