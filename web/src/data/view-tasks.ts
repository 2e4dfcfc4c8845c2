import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { queryTasks, type Task } from '@taskwright/sdk'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { orKept } from './kept-reads.ts'
import type { View } from './use-view.ts'
import type { Settings, TaskField } from './view.ts'
import type { ViewFacts } from './view-facts.ts'
import { inOrder } from './view-order.ts'
import { readChanges, readFirst, readNext, type ViewPages } from './view-pages.ts'
import { fieldsFor, isServersOrder, requestOf } from './view-query.ts'

/** This many are read without being asked for, where all are needed; beyond it `more` reads on. */
const mostUnasked = 10_000

export interface TasksOfView {
  /** Those that are read, in order. Rows keep their identity while they do not change. */
  rows: readonly Task[]
  /** How many there are in all. */
  count: number | undefined
  /** Nothing is there to be shown yet. */
  isReading: boolean
  /** All tasks of the view are among the rows. */
  isWhole: boolean
  /** Reads further ones, if there are any. */
  more: () => void
  isReadingMore: boolean
  /** All of them are needed, but no further ones are read unless somebody asks for them: there are too many, or it failed. */
  isCutShort: boolean
  /** Sorts the rows anew, as when one was moved by hand. */
  sortAgain: () => void
  /** Reads what has changed since, as when tasks were made. */
  reread: () => void
  error: Error | null
  retry: () => void
}

interface Options {
  /** Members that are shown beside those that the settings name. */
  fields?: readonly TaskField[]
  /** All of them are needed, as on a board; else that depends on the order. */
  isWhole?: boolean
  /** Nothing is shown until all is read: what comes later would push aside what is there. The rows before stay that long. */
  comesWhole?: boolean
}

/**
 * The tasks of a view. The server filters and sorts; they come in pages, all of them where groups or an order of ours need that.
 * A change keeps the order: a row does not jump away from who edits it until rows come or go.
 */
export function useTasksOfView({ place, settings, facts }: View, options: Options = {}): TasksOfView {
  const memory = useQueryClient()
  const request = useMemo(
    () => requestOf(place, settings, facts.viewer, [...new Set([...fieldsFor(settings), ...(options.fields ?? [])])]),
    [place, settings, facts.viewer, options.fields],
  )
  const key = useMemo(() => [queryTasks.id, 'view', request], [request])
  const read = useQuery<ViewPages>({
    queryKey: key,
    queryFn: ({ signal }) =>
      orKept(key, async () => {
        const before = memory.getQueryData<ViewPages>(key)
        const catchUp = before && (await readChanges(request, before, signal))
        const now = memory.getQueryData<ViewPages>(key)
        return catchUp && now ? catchUp(now) : readFirst(request, rowCount(before), signal)
      }),
    // Rows that did not change are the same objects already.
    structuralSharing: false,
    placeholderData: keepPreviousData,
  })
  const pages = read.data

  const next = read.isPlaceholderData ? undefined : pages?.next
  const underWay = useRef<string>(undefined)
  const [fault, setFault] = useState<Error | null>(null)
  const [isReadingMore, setReadingMore] = useState(false)
  const more = useCallback(async () => {
    if (next === undefined || underWay.current === next) return
    underWay.current = next
    setReadingMore(true)
    try {
      const append = await readNext(request, next)
      memory.setQueryData<ViewPages>(key, (before) => before && append(before))
      setFault(null)
    } catch (error) {
      underWay.current = undefined
      setFault(error as Error)
    } finally {
      setReadingMore(false)
    }
  }, [memory, key, request, next])
  const loaded = useMemo(() => (pages ? rowsOf(pages) : []), [pages])
  const needsAll = options.isWhole || !isServersOrder(settings)
  useEffect(() => {
    if (needsAll && loaded.length < mostUnasked && !fault) void more()
  }, [needsAll, loaded.length, more, fault])

  const isCutShort =
    needsAll && next !== undefined && !isReadingMore && (loaded.length >= mostUnasked || fault !== null)
  const order = useOrder(loaded, pages, settings, facts)
  const known = useMemo(() => {
    const byId = new Map(loaded.map((task) => [task.id, task]))
    return order.flatMap((id) => byId.get(id) ?? [])
  }, [loaded, order])
  const before = useRef<readonly Task[]>(undefined)
  const isComing = options.comesWhole === true && pages?.next !== undefined && !isCutShort
  const rows = isComing ? (before.current ?? none) : known
  if (pages && !isComing) before.current = rows
  return {
    rows,
    count: next === undefined && pages ? loaded.length : pages?.count,
    isReading: (!pages || (isComing && !before.current)) && !read.error,
    isWhole: pages !== undefined && pages.next === undefined,
    more,
    isReadingMore,
    isCutShort,
    sortAgain: () =>
      memory.setQueryData<ViewPages>(
        key,
        (before) => before && { ...before, hasLateComers: true, membership: before.membership + 1 },
      ),
    reread: () => void memory.invalidateQueries({ queryKey: key }),
    error: read.error ?? fault,
    retry: () => {
      setFault(null)
      if (read.error) void read.refetch()
    },
  }
}

/** The ids in order, decided anew when tasks come or go, or when the settings do. */
function useOrder(
  loaded: readonly Task[],
  pages: ViewPages | undefined,
  settings: Settings,
  facts: ViewFacts,
): readonly string[] {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of a task's values leaves the order as it is
  return useMemo(
    () => inOrder(loaded, settings, facts, pages?.hasLateComers).map(({ id }) => id),
    [pages?.membership, pages?.readMs, settings.sortBy, facts],
  )
}

const none: readonly Task[] = []

const rowCount = (pages: ViewPages | undefined): number =>
  pages?.pages.reduce((count, { data }) => count + data.length, 0) ?? 0

/** Each task once: one that came to be while pages were read may be in two. */
function rowsOf({ pages }: ViewPages): Task[] {
  const byId = new Map<string, Task>()
  for (const { data } of pages) for (const task of data) if (!byId.has(task.id)) byId.set(task.id, task)
  return [...byId.values()]
}
