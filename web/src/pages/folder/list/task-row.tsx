import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { Statuses } from '../../../data/statuses.ts'
import type { TaskMembers } from '../../../data/tasks.ts'
import type { ViewSearch } from '../../../data/view-address.ts'
import { plural, words } from '../../../language/words.ts'
import type { Field } from '../../../parts/fields/fields.ts'
import { Icon } from '../../../parts/icon.tsx'
import { Cell } from './cell.tsx'
import type { TaskItem } from './list-items.ts'

const t = words('task-row', {
  done: ({ title }: { title: string }) => `${title}: done`,
  open: ({ title }: { title: string }) => `Show the subtasks of ${title}`,
  close: ({ title }: { title: string }) => `Hide the subtasks of ${title}`,
  subtasks: ({ count }: { count: number }) => plural(count, { one: '# subtask', other: '# subtasks' }),
  more: ({ title }: { title: string }) => `What can be done with ${title}`,
})

interface TaskRowProps {
  item: TaskItem
  index: number
  /** Lines in all, -1 while not all are read. */
  count: number
  top: number
  fields: readonly Field[]
  statuses: Statuses
  isOpen: boolean
  isSelected: boolean
  /** Its parts can be reached by Tab. */
  isActive: boolean
  canTick: boolean
  isDraggable: boolean
  /** Where a dragged row would be dropped: above or below it. */
  dropEdge: 'before' | 'after' | undefined
  actions: RowActions
}

/** What a row can ask for; the same object for all rows. */
export interface RowActions {
  change: (item: TaskItem, members: TaskMembers) => void
  wrong: (why: string) => void
  toggle: (item: TaskItem) => void
  menu: (item: TaskItem, anchor: HTMLElement) => void
}

/** One task of a list: done or not, its title, and its columns, each edited where it stands. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const {
    item,
    index,
    count,
    top,
    fields,
    statuses,
    isOpen,
    isSelected,
    isActive,
    canTick,
    isDraggable,
    dropEdge,
    actions,
  } = props
  const { task, level, isOpened } = item
  const subtasks = task.subTaskIds?.length ?? 0
  const isDone = task.status === 'Completed'
  const tab = isActive ? 0 : -1
  const states = { done: isDone, open: isOpen, selected: isSelected, [`drop-${dropEdge}`]: dropEdge !== undefined }
  const group = statuses.byId.get(task.customStatusId)?.group
  return (
    <div
      role="row"
      aria-level={level + 1}
      aria-setsize={count}
      aria-posinset={index + 1}
      aria-selected={isSelected}
      {...(subtasks > 0 && { 'aria-expanded': isOpened })}
      data-index={index}
      draggable={isDraggable}
      className={['task-row', ...Object.entries(states).flatMap(([name, is]) => (is ? name : []))].join(' ')}
      style={{ transform: `translateY(${top}px)`, '--level': level }}
    >
      <div role="gridcell" className="task-lead">
        {subtasks > 0 ? (
          <button
            type="button"
            className="plain opener"
            tabIndex={tab}
            aria-label={isOpened ? t.close(task) : t.open(task)}
            onClick={() => actions.toggle(item)}
          >
            <Icon name={isOpened ? 'down' : 'forward'} />
          </button>
        ) : (
          <span className="opener" />
        )}
        <input
          type="checkbox"
          tabIndex={tab}
          checked={isDone}
          disabled={!canTick}
          aria-label={t.done(task)}
          onChange={() => actions.change(item, { status: group === 'Completed' ? 'Active' : 'Completed' })}
        />
      </div>
      <div role="gridcell" className="task-name">
        <Link
          className="title"
          to="."
          tabIndex={tab}
          draggable={false}
          preload={false}
          search={(before: ViewSearch) => ({ ...before, task: task.id })}
          aria-current={isOpen ? 'true' : undefined}
        >
          {task.title}
        </Link>
        {subtasks > 0 && (
          <span className="subtask-count quiet" title={t.subtasks({ count: subtasks })}>
            <Icon name="subtask" />
            {subtasks}
            <span className="unseen"> {t.subtasks({ count: subtasks })}</span>
          </span>
        )}
      </div>
      {fields.map((field) => (
        <div key={field.key} role="gridcell" className="task-cell">
          <Cell
            task={task}
            field={field}
            isActive={isActive}
            isDone={isDone}
            onChange={(members) => actions.change(item, members)}
            onWrong={actions.wrong}
          />
        </div>
      ))}
      <div role="gridcell" className="task-more">
        <button
          type="button"
          className="plain"
          tabIndex={tab}
          aria-label={t.more(task)}
          aria-haspopup="menu"
          onClick={({ currentTarget }) => actions.menu(item, currentTarget)}
        >
          <Icon name="more" />
        </button>
      </div>
    </div>
  )
})
