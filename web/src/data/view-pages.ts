import { type Answer, type QueryTasksInput, queryTasks, type Task } from '@taskwright/sdk'
import { api } from './api.ts'

/** The tasks of a view as far as they are read. */
export interface ViewPages {
  /** In the order of the server; what came to be since is in the last. */
  pages: Pick<Answer<Task>, 'data'>[]
  /** How many there are in all. */
  count: number
  next?: string
  /** The latest change of any task that is taken into account. */
  seenUntil?: string
  /** Grows when tasks come or go, not when they change. */
  membership: number
  /** Some came to be since the pages were read, and stand behind them. */
  hasLateComers: boolean
  readMs: number
}

/** The first rows are few, so that they come soon. */
const firstRows = 100
const furtherRows = 1000
/** A request that finds more changes than this begins again. */
const mostChanges = 1000
/** Older pages are read anew as a whole: of what was deleted meanwhile nothing tells. */
const oldMs = 10 * 60_000

/** The first pages, `least` tasks if there are as many, and from when on changes count. */
export async function readFirst(input: QueryTasksInput, least: number, signal: AbortSignal): Promise<ViewPages> {
  // Before the page: a change between the two is seen twice rather than not at all.
  const [latest] = (await api.call(queryTasks, { limit: 1, subTasks: true }, { signal })).data
  const pageSize = least > firstRows ? furtherRows : firstRows
  const { data, nextPageToken, responseSize } = await api.call(queryTasks, { ...input, pageSize }, { signal })
  let pages: ViewPages = {
    pages: [{ data }],
    count: responseSize ?? data.length,
    ...(nextPageToken && { next: nextPageToken }),
    ...(latest && { seenUntil: latest.updatedDate }),
    membership: 0,
    hasLateComers: false,
    readMs: Date.now(),
  }
  for (let read = data.length; read < least && pages.next; read += furtherRows)
    pages = (await readNext(input, pages.next, signal))(pages)
  return pages
}

/** The page after those that are read. */
export async function readNext(
  input: QueryTasksInput,
  next: string,
  signal?: AbortSignal,
): Promise<(before: ViewPages) => ViewPages> {
  const wanted = { ...input, pageSize: furtherRows, nextPageToken: next }
  const page = await api.call(queryTasks, wanted, signal ? { signal } : {})
  return (before) => {
    if (before.next !== next) return before
    const { next: _, ...rest } = before
    return {
      ...rest,
      pages: [...before.pages, { data: page.data }],
      ...(page.nextPageToken && { next: page.nextPageToken }),
      membership: before.membership + 1,
    }
  }
}

/**
 * What has changed since the pages were read: tasks that are in the view now, and those that have left it. Undefined if it is
 * shorter to begin again. Thousands of tasks are not read again for the change of one.
 */
export async function readChanges(
  input: QueryTasksInput,
  { seenUntil, readMs }: ViewPages,
  signal: AbortSignal,
): Promise<((before: ViewPages) => ViewPages) | undefined> {
  if (!seenUntil || Date.now() - readMs > oldMs) return undefined
  const since = { start: seenUntil }
  const window = { ...input.updatedDate, start: latest(input.updatedDate?.start, seenUntil) }
  const [anywhere, inside] = await Promise.all([
    api.call(queryTasks, { updatedDate: since, subTasks: true, pageSize: mostChanges }, { signal }),
    window.end !== undefined && window.end <= window.start
      ? { data: [], nextPageToken: undefined }
      : api.call(queryTasks, { ...input, updatedDate: window, pageSize: mostChanges }, { signal }),
  ])
  if (anywhere.nextPageToken || inside.nextPageToken) return undefined
  const until = anywhere.data.reduce((last, { updatedDate }) => latest(last, updatedDate), seenUntil)
  return (before) => ({ ...merge(before, inside.data, anywhere.data), seenUntil: until })
}

const latest = (one: string | undefined, other: string): string => (one !== undefined && one > other ? one : other)

function merge(before: ViewPages, inside: readonly Task[], anywhere: readonly Task[]): ViewPages {
  const fresh = new Map(inside.map((task) => [task.id, task]))
  const changed = new Set(anywhere.map(({ id }) => id))
  const known = new Set<string>()
  let gone = 0
  const pages = before.pages.map(({ data }) => ({
    data: data.flatMap((task) => {
      known.add(task.id)
      const now = fresh.get(task.id)
      if (now) return now
      if (!changed.has(task.id)) return task
      gone++
      return []
    }),
  }))
  const added = inside.filter(({ id }) => !known.has(id))
  // With pages still to come a new task may be one of them; the count is of those that are surely new.
  const isNew = before.next === undefined ? added.length : 0
  return {
    ...before,
    pages: added.length > 0 ? [...pages, { data: added }] : pages,
    count: before.count + isNew - gone,
    hasLateComers: before.hasLateComers || added.length > 0,
    membership: before.membership + (added.length > 0 || gone > 0 ? 1 : 0),
  }
}
