import { useVirtualizer } from '@tanstack/react-virtual'
import type { Task } from '@taskwright/sdk'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { View } from '../../../data/use-view.ts'
import type { TaskField } from '../../../data/view.ts'
import { useTasksOfView } from '../../../data/view-tasks.ts'
import { words } from '../../../language/words.ts'
import { Empty } from '../../../parts/empty.tsx'
import { Fault } from '../../../parts/fault.tsx'
import { NewTask } from '../new-task.tsx'
import { TaskRow } from './task-row.tsx'

const t = words('list', {
  reading: 'Reading …',
  tasks: 'Tasks',
  nothing: 'Nothing to do here.',
  write: 'Write a title above and press Enter.',
})

const rowHeight = 44
const fields: readonly TaskField[] = ['responsibleIds']

/** The tasks of a place, however many: only what is seen is drawn. Arrow keys move from row to row. */
export function ListView({ view }: { view: View }) {
  const { rows, isReading, isWhole, more, error, retry } = useTasksOfView(view, { fields })
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    getItemKey: (index) => rows[index]?.id ?? index,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  useEffect(() => {
    if (!isWhole && last >= rows.length - 50) more()
  }, [isWhole, last, rows.length, more])

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

  if (isReading) return <p className="quiet view-wait">{t.reading}</p>
  return (
    <>
      {view.place !== 'all' && <NewTask folderId={view.place.id} />}
      <Fault error={error} onRetry={retry} />
      {rows.length === 0 && !error ? (
        <Empty icon="task" title={t.nothing}>
          {view.place !== 'all' && <p>{t.write}</p>}
        </Empty>
      ) : (
        <div className="task-list" ref={scroller}>
          {/* biome-ignore lint/a11y/useSemanticElements: rows are placed by their index, which an ul does not allow for */}
          <div role="list" aria-label={t.tasks} style={{ height: virtual.getTotalSize() }} onKeyDown={move}>
            {shown.map(({ index, start, key }) => (
              <TaskRow
                key={key}
                task={rows[index] as Task}
                index={index}
                count={isWhole ? rows.length : -1}
                top={start}
                isOpen={rows[index]?.id === view.open}
                statuses={view.facts.statuses}
                people={view.facts.people}
              />
            ))}
          </div>
        </div>
      )}
    </>
  )
}
