import type { Operation } from './operation.ts'

/** A request as `fetch` takes it. */
export interface PreparedRequest {
  /** Path and query below the server's address. */
  path: string
  method: string
  headers: Record<string, string>
  body: string | Blob | undefined
}

/** What is known of an operation without its types. */
type AnyOperation = Omit<Operation<unknown, unknown>, '~types'>

/** A file to upload. */
export interface Upload {
  name: string
  content: Blob
}

/**
 * Puts the parameters of a call where they belong: ids into the path, separated by commas; those of GET and DELETE, and
 * those that go with a file, into the query, arrays and objects as JSON text; the rest into a JSON body.
 *
 * @throws {TypeError} if an id that every path needs is missing
 */
export function prepare(operation: AnyOperation, input: object, upload?: Upload): PreparedRequest {
  const given = new Map(Object.entries(input).filter(([, value]) => value !== undefined))
  const { path, names } = choosePath(operation, given)
  const inPath = path.replaceAll(/\{(\w+)\}/g, (_, name) =>
    [given.get(name)].flat().map(String).map(encodeURIComponent).join(','),
  )
  const rest = [...given].filter(([name]) => !names.includes(name))
  const inQuery = operation.method === 'GET' || operation.method === 'DELETE' || operation.body === 'binary'
  const query = inQuery ? new URLSearchParams(rest.map(([name, value]) => [name, asText(value)])).toString() : ''
  return {
    path: `/api/v4${inPath}${query && `?${query}`}`,
    method: operation.method,
    headers: {
      ...(!inQuery && rest.length > 0 ? { 'content-type': 'application/json' } : {}),
      ...(upload ? { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(upload.name) } : {}),
    },
    body: upload ? upload.content : !inQuery && rest.length > 0 ? JSON.stringify(Object.fromEntries(rest)) : undefined,
  }
}

function choosePath({ id, paths }: AnyOperation, given: ReadonlyMap<string, unknown>) {
  const fitting = paths
    .map((path) => ({ path, names: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string) }))
    .filter(({ names }) => names.every((name) => given.has(name)))
    .sort((a, b) => b.names.length - a.names.length)
  const [best] = fitting
  if (!best) throw new TypeError(`${id} needs the ids of one of its paths: ${paths.join(', ')}`)
  return best
}

const asText = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
