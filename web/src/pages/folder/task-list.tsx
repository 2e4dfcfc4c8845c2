import { useVirtualizer } from '@tanstack/react-virtual'
import { queryTasks, type Task } from '@taskwright/sdk'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useRows } from '../../data/api.ts'
import { usePeople } from '../../data/people.ts'
import { useStatuses } from '../../data/statuses.ts'
import { TaskRow } from './task-row.tsx'

const rowHeight = 44
/** Rows of one request; the next page is read before the last row is seen. */
const pageSize = 100

interface TaskListProps {
  folderId: string
  done: boolean
  open: string | undefined
}

/** The tasks of a place, however many: only what is seen is drawn. Arrow keys move from row to row. */
export function TaskList({ folderId, done, open }: TaskListProps) {
  const tasks = useRows(queryTasks, {
    folderId,
    ...(done ? {} : { status: ['Active' as const] }),
    fields: ['responsibleIds'],
    pageSize,
  })
  const statuses = useStatuses()
  const people = usePeople()
  const scroller = useRef<HTMLDivElement>(null)
  const rows: Task[] = tasks.data?.rows ?? []
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const shown = virtual.getVirtualItems()
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = tasks
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 30) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, last, rows.length])

  function move(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
    if (!step || !row) return
    event.preventDefault()
    const next = Number(row.dataset.index) + step
    if (next < 0 || next >= rows.length) return
    virtual.scrollToIndex(next)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus())
  }

  if (tasks.error) return <p className="notice error">{tasks.error.message}</p>
  if (!tasks.data) return <p className="quiet">Reading …</p>
  if (rows.length === 0)
    return (
      <p className="empty">{done ? 'No tasks here.' : 'Nothing to do here.'} Write a title above and press Enter.</p>
    )
  return (
    <div className="task-list" ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by their index, which an ul does not allow for */}
      <div role="list" aria-label="Tasks" style={{ height: virtual.getTotalSize() }} onKeyDown={move}>
        {shown.map(({ index, start, key }) => (
          <TaskRow
            key={key}
            task={rows[index] as Task}
            index={index}
            count={hasNextPage ? -1 : rows.length}
            top={start}
            isOpen={rows[index]?.id === open}
            statuses={statuses}
            people={people}
          />
        ))}
      </div>
    </div>
  )
}
