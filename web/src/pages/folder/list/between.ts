import type { Item, TaskItem } from './list-items.ts'

/** The tasks between which one stands that is put before or after another, itself left out. */
export function betweenOf(
  items: readonly Item[],
  target: TaskItem,
  edge: 'before' | 'after' | 'inside',
  moved: TaskItem,
) {
  const tasks = items.filter((item): item is TaskItem => item.type === 'task' && item.parentKey === undefined)
  const others = target === moved ? tasks : tasks.filter(({ task }) => task.id !== moved.task.id)
  const at = others.indexOf(target)
  if (target === moved) return { before: others[at - 1]?.task, after: others[at + 1]?.task }
  return edge === 'before'
    ? { before: others[at - 1]?.task, after: target.task }
    : { before: target.task, after: others[at + 1]?.task }
}
