import { useVirtualizer } from '@tanstack/react-virtual'
import type { Task } from '@taskwright/sdk'
import { useRef } from 'react'
import type { View } from '../../../data/use-view.ts'
import { words } from '../../../language/words.ts'
import { Icon } from '../../../parts/icon.tsx'
import { useTaskDragging } from './dragging.ts'

const t = words('calendar-undated', {
  title: 'Without dates',
  hint: 'Drag a task to a day, or choose it to give it dates.',
  dates: ({ title }: { title: string }) => `Give “${title}” dates`,
})

interface UndatedProps {
  view: View
  tasks: readonly Task[]
  onDates: (task: Task) => void
}

/** Tasks that have no dates yet, to be put on a day. */
export function Undated({ view, tasks, onDates }: UndatedProps) {
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
      {view.may.edit && <p className="quiet">{t.hint}</p>}
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
              <One view={view} task={tasks[index] as Task} onDates={onDates} />
            </div>
          ))}
        </div>
      </div>
    </aside>
  )
}

function One({ view, task, onDates }: { view: View; task: Task; onDates: (task: Task) => void }) {
  const mayEdit = view.may.edit
  const element = useRef<HTMLButtonElement>(null)
  useTaskDragging(element, task.id, 'move', undefined, mayEdit)
  return (
    <button
      ref={element}
      type="button"
      className="plain undated-task"
      {...(mayEdit && { 'aria-label': t.dates({ title: task.title }) })}
      onClick={() => (mayEdit ? onDates(task) : view.show(task.id))}
    >
      <Icon name={mayEdit ? 'drag' : 'task'} />
      <span>{task.title}</span>
    </button>
  )
}
