import type { EventRecord } from '#events/change.ts'
import type { Concerned } from '../mentions/concerned.ts'
import type { FullTask } from './queries.ts'

/** A task's event; what it says of before and after depends on the type. */
export const taskEvent = (
  type: string,
  taskId: number,
  said: Pick<EventRecord, 'before' | 'after'> = {},
): EventRecord => ({
  type,
  entityType: 'task',
  entityId: taskId,
  ...said,
})

/** `concerned`: whom a new task concerns from the start. */
export const taskCreated = (
  task: { task_id: number; title: string },
  concerned: Concerned = { doing: [], shareds: [], mentioned: [] },
): EventRecord => taskEvent('TaskCreated', task.task_id, { after: { title: task.title, ...concerned } })
export const taskDeleted = (task: { task_id: number; title: string }): EventRecord =>
  taskEvent('TaskDeleted', task.task_id, { before: { title: task.title } })
export const taskRestored = (task: { task_id: number; title: string }): EventRecord =>
  taskEvent('TaskRestored', task.task_id, { after: { title: task.title } })

/** People or folders that a change added and took away, an event for each kind. */
export function linksChanged(
  name: 'Parents' | 'Responsibles' | 'Shareds' | 'SuperTasks' | 'Followers' | 'ResponsiblePlaceholders',
  taskId: number,
  added: readonly number[],
  removed: readonly number[],
): EventRecord[] {
  return [
    ...(added.length > 0 ? [taskEvent(`Task${name}Added`, taskId, { after: { added } })] : []),
    ...(removed.length > 0 ? [taskEvent(`Task${name}Removed`, taskId, { before: { removed } })] : []),
  ]
}

const kinds: readonly (readonly [type: string, columns: readonly (keyof FullTask)[]])[] = [
  ['TaskTitleChanged', ['title']],
  ['TaskDescriptionChanged', ['description']],
  ['TaskStatusChanged', ['custom_status_id', 'status_group']],
  ['TaskImportanceChanged', ['importance']],
  ['TaskDatesChanged', ['date_type', 'start_at', 'due_at', 'duration_minutes', 'work_on_weekends']],
  ['TaskWorkScheduleChanged', ['work_schedule_id']],
  ['TaskPriorityChanged', ['priority']],
  ['TaskCustomFieldChanged', ['custom_fields']],
  ['TaskMetadataChanged', ['metadata']],
  ['TaskEffortChanged', ['effort_allocation']],
  ['TaskItemTypeChanged', ['custom_item_type_id']],
  ['TaskBillingTypeChanged', ['billing_type']],
]

/** What differs between two states of a task, one event for each kind of difference. */
export function taskChanges(before: FullTask, after: FullTask): EventRecord[] {
  const pick = (row: FullTask, columns: readonly (keyof FullTask)[]) =>
    Object.fromEntries(columns.map((column) => [column, row[column]]))
  return kinds
    .filter(([, columns]) => columns.some((column) => JSON.stringify(before[column]) !== JSON.stringify(after[column])))
    .map(([type, columns]) =>
      taskEvent(type, after.task_id, { before: pick(before, columns), after: pick(after, columns) }),
    )
}
