type Row = Record<string, unknown>

const none = '9999'
const dates = (row: Row) => (row.dates ?? {}) as { start?: string; due?: string }
const place = (words: readonly string[], word: unknown) => String(words.indexOf(word as string))

/** What each sort field compares, of tasks as an answer shows them. */
const keys: Record<string, (row: Row) => string> = {
  CreatedDate: (row) => String(row.createdDate),
  UpdatedDate: (row) => String(row.updatedDate),
  CompletedDate: (row) => String(row.completedDate ?? none),
  DueDate: (row) => dates(row).due ?? none,
  StartFinishInterval: (row) => dates(row).start ?? dates(row).due ?? none,
  Status: (row) => place(['Active', 'Completed', 'Deferred', 'Cancelled'], row.status),
  Importance: (row) => place(['High', 'Normal', 'Low'], row.importance),
  Title: (row) => String(row.title).toLowerCase(),
  LastAccessDate: (row) => String(row.updatedDate),
}

/** How a list of tasks is sorted, as its request says. */
export interface TaskOrder {
  sortField?: unknown
  sortOrder?: unknown
}

/**
 * The first `limit` tasks of several sorted lists put together, and how many of each list are among them. Each list keeps
 * its own order.
 */
export function mergeTasks(
  lists: readonly (readonly Row[])[],
  { sortField, sortOrder }: TaskOrder,
  limit: number,
): { rows: Row[]; taken: number[] } {
  const key =
    keys[typeof sortField === 'string' ? sortField : 'UpdatedDate'] ?? (keys.UpdatedDate as (row: Row) => string)
  const descends = sortOrder === 'Desc' || (sortField === undefined && sortOrder !== 'Asc')
  const taken = lists.map(() => 0)
  const rows: Row[] = []
  while (rows.length < limit) {
    let best = -1
    for (const [at, list] of lists.entries()) {
      const row = list[taken[at] as number]
      if (row && (best < 0 || comesBefore(key(row), key(head(lists, taken, best)), descends))) best = at
    }
    if (best < 0) break
    rows.push(head(lists, taken, best))
    taken[best] = (taken[best] as number) + 1
  }
  return { rows, taken }
}

const head = (lists: readonly (readonly Row[])[], taken: readonly number[], at: number): Row =>
  lists[at]?.[taken[at] as number] as Row

const comesBefore = (one: string, other: string, descends: boolean) => (descends ? one > other : one < other)
