import type { QueryClient } from '@tanstack/react-query'
import { type Change, type ChangeEntityType, getTasksByIds, queryApprovals, queryTasks } from '@taskwright/sdk'
import { findTask } from '../tasks.ts'
import { readAnew, withoutTasks } from './view-rows.ts'

/**
 * What shows an entity, by words in the names of the operations that were read. What hangs on a task is read again only where
 * that task is shown.
 */
const shownBy: Record<ChangeEntityType, RegExp> = {
  Task: /^(?!.*(Comment|Attachment|Timelog|Approval)).*Task|Permission|Activity|History|AccessOf|Access$|Recurrence/,
  Folder: /Folder|Space|Permission|Activity|History|Access|View/,
  Comment: /Comment|Activity|Notification/,
  Attachment: /Attachment|Comment|Activity|Approval/,
  Dependency: /Dependenc|Activity/,
  Timelog: /Timelog|Activity|Timesheet/,
  Approval: /Approval|Activity|Attachment/,
  Booking: /Booking/,
  CustomField: /CustomField/,
  CustomItemType: /CustomItemType/,
  Workflow: /Workflow/,
  Contact: /Contact|User|Group|JobRole/,
}

/** Kinds of which all is shown wherever any of it is. */
const wholeKinds = new Set<ChangeEntityType>([
  'Folder',
  'CustomField',
  'CustomItemType',
  'Workflow',
  'Contact',
  'Booking',
])

/**
 * Brings what the page remembers in step with changes that others have made: rows that are gone go at once; lists read what
 * changed, not all of themselves (`readChanges`); of the rest is read what shows the changed thing, as far as it is on the screen.
 */
export function applyChanges(memory: QueryClient, changes: readonly Change[]): void {
  const tasks = changes.filter(({ entityType }) => entityType === 'Task')
  const gone = tasks.filter((change) => change.gone).map(({ entityId }) => entityId)
  const above = tasks.flatMap(({ entityId }) => findTask(memory, entityId)?.superTaskIds ?? [])
  if (gone.length > 0) withoutTasks(memory, new Set(gone))
  if (changes.some(movesMuch)) readAnew(memory, () => true)
  else if (changes.some(({ entityType }) => entityType === 'Dependency'))
    readAnew(memory, (input) => input.fields?.includes('dependencyIds') ?? false)
  const changed = tasks.some(({ gone: isGone }) => !isGone)
  void memory.invalidateQueries({
    predicate: ({ queryKey }) => {
      const [operation, ...input] = queryKey as [string, ...unknown[]]
      if (operation === queryTasks.id) return changed || gone.length > 0
      // What waits for somebody may be at any task.
      if (operation === queryApprovals.id && changes.some(({ entityType }) => entityType === 'Approval')) return true
      const text = JSON.stringify(input)
      // A task knows its subtasks, and is not told when they come and go.
      if (operation === getTasksByIds.id && above.some((id) => text.includes(id))) return true
      return changes.some(
        ({ entityType, entityId, taskId, folderId }) =>
          shownBy[entityType].test(operation) &&
          (wholeKinds.has(entityType) ||
            [entityId, taskId, folderId].some((id) => id !== undefined && text.includes(id))),
      )
    },
  })
}

/** A folder that came, went or moved: what is below it comes, goes or moves along. */
const movesMuch = ({ entityType, gone, members }: Change): boolean =>
  entityType === 'Folder' &&
  (gone === true || !members || members.includes('parentIds') || members.includes('sharedIds'))

/** Everything may look different: what is on the screen is read again as a whole. */
export function applyEverything(memory: QueryClient): void {
  readAnew(memory, () => true)
  void memory.invalidateQueries()
}
