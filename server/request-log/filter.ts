import { sql } from '#database/sql.ts'
import { decodeId } from '#ids/decode.ts'

/** What of a log is wanted. Nothing said is everything. */
export interface Filter {
  method?: string
  /** Part of the path. */
  path?: string
  /** First and last status. */
  status?: readonly [number, number]
  version?: string
  operation?: string
  personId?: number
  from?: Date
  to?: Date
  /** Milliseconds that it took at least. */
  slowerThan?: number
  requestId?: string
}

export const methods = ['GET', 'POST', 'PUT', 'DELETE'] as const

/** The parameters of an address by which a log is filtered, and what to say of a value that can't be read. */
const readers = {
  method: (text: string) => (/^[A-Z]{1,10}$/i.test(text) ? { method: text.toUpperCase() } : 'Choose a method'),
  path: (text: string) => ({ path: text.slice(0, 200) }),
  status: (text: string) => {
    const [, exact, of] = /^(?:([1-5]\d\d)|([1-5])xx)$/i.exec(text) ?? []
    if (exact) return { status: [Number(exact), Number(exact)] as const }
    return of
      ? { status: [Number(of) * 100, Number(of) * 100 + 99] as const }
      : 'Write one like 404, or 4xx for all of them'
  },
  operation: (text: string) => {
    const [version, operation] = text.split(' ')
    return version && operation ? { version, operation } : 'Choose an operation'
  },
  person: (text: string) => {
    const personId = decodeId('Contact', text)?.number
    return personId === undefined ? 'Write the id of a contact, as the API gives it' : { personId }
  },
  from: (text: string) => time(text, (from) => ({ from })),
  to: (text: string) => time(text, (to) => ({ to })),
  slower: (text: string) =>
    /^\d{1,7}$/.test(text) ? { slowerThan: Number(text) } : 'Write a whole number of milliseconds',
  errors: () => ({ status: [400, 599] as const }),
  request: (text: string) =>
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
      ? { requestId: text.toLowerCase() }
      : 'Write the whole id, as the header X-Request-Id gives it',
} satisfies Record<string, (text: string) => Filter | string>

export type FilterName = keyof typeof readers
export const filterNames = Object.keys(readers) as FilterName[]

/** Reads a filter from an address. What can't be read is left out and said. */
export function readFilter(query: Record<string, string>): { filter: Filter; faults: Record<string, string> } {
  const faults: Record<string, string> = {}
  let filter: Filter = {}
  for (const name of filterNames) {
    const text = (query[name] ?? '').trim()
    if (text === '') continue
    const read = readers[name](text)
    if (typeof read === 'string') faults[name] = read
    // A status of its own says more than "errors".
    else filter = name === 'errors' ? { ...read, ...filter } : { ...filter, ...read }
  }
  return { filter, faults }
}

/** What inputs of dates and times give, in UTC; or a whole ISO time. */
function time(text: string, use: (at: Date) => Filter): Filter | string {
  const at = new Date(/Z$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`)
  return Number.isNaN(at.getTime()) ? 'Choose a day and a time' : use(at)
}

/** The rows of an application's log that pass a filter, as a condition. */
export function passes(clientId: string, filter: Filter) {
  const { status } = filter
  return sql<boolean>`client_id = ${clientId}
    ${filter.from ? sql`and answered_at >= ${filter.from}` : sql``}
    ${filter.to ? sql`and answered_at <= ${filter.to}` : sql``}
    ${filter.method ? sql`and method = ${filter.method}` : sql``}
    ${filter.path ? sql`and strpos(path, ${filter.path}) > 0` : sql``}
    ${status ? sql`and status between ${status[0]} and ${status[1]}` : sql``}
    ${filter.operation ? sql`and version = ${filter.version} and operation = ${filter.operation}` : sql``}
    ${filter.personId === undefined ? sql`` : sql`and person_id = ${filter.personId}`}
    ${filter.slowerThan === undefined ? sql`` : sql`and ms >= ${filter.slowerThan}`}
    ${filter.requestId ? sql`and request_id = ${filter.requestId}::uuid` : sql``}`
}
