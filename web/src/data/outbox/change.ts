/** A change that the server does not have yet, as the browser keeps it. */
export interface Waiting {
  id: string
  /** Changes are sent by this number, one after another. */
  order: number
  operationId: string
  input: Readonly<Record<string, unknown>>
  /** Of the creation of something: whatever becomes of the connection, it is made once. */
  key: string
  /** The title of the task that it is about. */
  about: string
  /** Milliseconds since 1970. */
  atMs: number
  /** The id that what it makes has in this browser until the server gives it its own. */
  makes?: string
  /** What the changed members were when the change was made, by the names of `facets.ts`. */
  base?: Readonly<Record<string, unknown>>
  /** How what it makes looks until then; of a change, what follows from it beside its members. */
  row?: Readonly<Record<string, unknown>>
  file?: { name: string; content: Blob }
  /** The tab that sends it by itself, at once. */
  tab?: string | undefined
  /** When it was first sent; it may have arrived. */
  triedMs?: number | undefined
  /** Why it was not done: somebody has to say what becomes of it. */
  refusal?: Refusal | undefined
}

export interface Refusal {
  why: string
  /** What the server has where the change would put something else. */
  theirs?: Readonly<Record<string, unknown>>
}

const temporary = 'new-'

export const newTemporaryId = (): string => `${temporary}${crypto.randomUUID()}`

/** Whether an id was given by this browser, not by the server. */
export const isTemporary = (id: unknown): id is string => typeof id === 'string' && id.startsWith(temporary)

/** Ids that this browser gave, and those that the server gave instead. */
export type TrueIds = ReadonlyMap<string, string>

/** The same with the server's ids, as far as they are known. */
export function withTrueIds<T>(value: T, ids: TrueIds): T {
  if (typeof value === 'string') return (ids.get(value) ?? value) as T
  if (Array.isArray(value)) return value.map((one) => withTrueIds(one, ids)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withTrueIds(one, ids)])) as T
}

/** The ids in a value that only this browser knows. */
export function temporariesIn(value: unknown): string[] {
  if (isTemporary(value)) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(temporariesIn)
}
