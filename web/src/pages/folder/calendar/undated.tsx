import { useVirtualizer } from '@tanstack/react-virtual'
import type { Task } from '@taskwright/sdk'
import { useRef } from 'react'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { useTaskDragging } from './dragging.ts'

const t = words('calendar-undated', {
  title: 'Without dates',
  hint: 'Drag a task to a day, or choose it to give it dates.',
  dates: ({ title }: { title: string }) => `Give “${title}” dates`,
})

interface UndatedProps {
  tasks: readonly Task[]
  onDates: (task: Task) => void
}

/** Tasks that have no dates yet, to be put on a day. */
export function Undated({ tasks, onDates }: UndatedProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: tasks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 40,
    overscan: 8,
    getItemKey: (index) => tasks[index]?.id ?? index,
  })
  return (
    <aside className="undated" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p className="quiet">{t.hint}</p>
      <div className="undated-list" ref={scroller}>
        {/* biome-ignore lint/a11y/useSemanticElements: tasks are placed by their index, which an ul does not allow for */}
        <div role="list" aria-label={t.title} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => (
            // biome-ignore lint/a11y/useSemanticElements: its list is no ul either
            <div
              key={key}
              role="listitem"
              aria-setsize={tasks.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <One task={tasks[index] as Task} onDates={onDates} />
            </div>
          ))}
        </div>
      </div>
    </aside>
  )
}

function One({ task, onDates }: { task: Task; onDates: (task: Task) => void }) {
  const element = useRef<HTMLButtonElement>(null)
  useTaskDragging(element, task.id, 'move', undefined)
  return (
    <button
      ref={element}
      type="button"
      className="plain undated-task"
      aria-label={t.dates({ title: task.title })}
      onClick={() => onDates(task)}
    >
      <Icon name="drag" />
      <span>{task.title}</span>
    </button>
  )
}
