import { mentionedIn } from '#resources/mentions/concerned.ts'
import type { NotificationKind } from './kinds.ts'
import type { Surroundings } from './surroundings.ts'
import type { Details } from './tables.ts'

/** An event as the relay placed it. */
export interface PlacedEvent {
  event_id: number
  occurred_at: Date
  type: string
  entity_type: string
  entity_id: number
  actor_id: number | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export interface Item {
  on: 'task' | 'folder'
  id: number
}

/** Something to tell some people and members of groups. */
export interface Draft {
  kind: NotificationKind
  item: Item
  principals: readonly number[]
  details: Details
  event: PlacedEvent
}

type Said = Record<string, unknown>
type Told = Omit<Draft, 'event'>
type Reading = (event: PlacedEvent, around: Surroundings, before: Said, after: Said) => Told | Told[] | undefined

const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])
const mentioned = (html: unknown, before: unknown): number[] => mentionedIn(String(html ?? ''), String(before ?? ''))
const task = ({ entity_id }: PlacedEvent): Item => ({ on: 'task', id: entity_id })
const folder = ({ entity_id }: PlacedEvent): Item => ({ on: 'folder', id: entity_id })
/** The place of a comment or an approval. */
const placeOf = ({ taskId, folderId }: Said): Item =>
  taskId == null ? { on: 'folder', id: Number(folderId) } : { on: 'task', id: Number(taskId) }

const to = (kind: NotificationKind, item: Item, principals: readonly number[], details: Details = {}): Told => ({
  kind,
  item,
  principals,
  details,
})

/**
 * What is made by itself says whom it concerns from the start. What comes of a copy or a rule does not: whoever it is assigned
 * to by now is told, unless the copy was to be quiet.
 */
const created: Reading = (event, around, _before, after) => {
  if (after.notify === false) return undefined
  const item = event.entity_type === 'task' ? task(event) : folder(event)
  return [
    to('Assigned', item, after.doing === undefined ? around.of(item).doing : numbers(after.doing)),
    to('Mentioned', item, numbers(after.mentioned)),
    to('Shared', item, numbers(after.shareds)),
  ]
}

const described: Reading = (event, _around, before, after) =>
  to(
    'Mentioned',
    event.entity_type === 'task' ? task(event) : folder(event),
    mentioned(after.description, before.description),
  )

const commented: Reading = ({ entity_id: commentId }, around, before, after) => {
  const item = placeOf(after)
  const { doing, following } = around.of(item)
  const said = to('Mentioned', item, mentioned(after.text, before.text), { commentId })
  // An edited comment is news to those alone whom it mentions now.
  return before.text === undefined ? [said, to('Commented', item, [...doing, ...following], { commentId })] : said
}

const statusChanged =
  (item: (event: PlacedEvent) => Item, column: string): Reading =>
  (event, around, before, after) => {
    if (before[column] === after[column]) return undefined
    const { doing, following } = around.of(item(event))
    return to('StatusChanged', item(event), [...doing, ...following], {
      ...(before[column] == null ? {} : { fromStatusId: Number(before[column]) }),
      ...(after[column] == null ? {} : { toStatusId: Number(after[column]) }),
    })
  }

const datesChanged =
  (item: (event: PlacedEvent) => Item, start: string, due: string): Reading =>
  (event, around, before, after) => {
    if (before[start] === after[start] && before[due] === after[due]) return undefined
    const { doing, following } = around.of(item(event))
    const day = (said: Said, column: string) => (said[column] ?? null) as string | null
    return to('DatesChanged', item(event), [...doing, ...following], {
      fromStart: day(before, start),
      fromDue: day(before, due),
      toStart: day(after, start),
      toDue: day(after, due),
    })
  }

const shared: Reading = (event, _around, _before, after) =>
  to('Shared', event.entity_type === 'task' ? task(event) : folder(event), numbers(after.added))

const members: Reading = (event, _around, before, after) => {
  const ids = (said: Said) => ((said.members ?? []) as { id: number }[]).map(({ id }) => id)
  const known = new Set(ids(before))
  return to(
    'Shared',
    folder(event),
    ids(after).filter((id) => !known.has(id)),
  )
}

const approvalDecided: Reading = ({ entity_id: approvalId }, around, before, after) => {
  const decision = String(after.decision ?? after.status)
  // An approval that begins has decided nothing yet, and one that is taken back is no news.
  if (decision === 'Pending' || decision === 'Draft' || (after.status && !before.status)) return undefined
  const { authors, approvers } = around.approval(approvalId)
  // Who is asked need not look any more once it is called off.
  const told = decision === 'Cancelled' ? [...authors, ...approvers] : authors
  return to('ApprovalDecided', placeOf(after), told, { approvalId, decision })
}

const approvalRequested: Reading = ({ entity_id: approvalId, type }, around, _before, after) =>
  to(
    'ApprovalRequested',
    placeOf(after),
    type === 'ApprovalCreated' ? around.approval(approvalId).approvers : numbers(after.added),
    { approvalId },
  )

/** The one table from events to what people are told. */
const readings: Readonly<Record<string, Reading>> = {
  TaskCreated: created,
  FolderCreated: created,
  ProjectCreated: created,
  SpaceCreated: created,
  TaskResponsiblesAdded: (event, _around, _before, after) => to('Assigned', task(event), numbers(after.added)),
  ProjectOwnersChanged: (event, _around, _before, after) => to('Assigned', folder(event), numbers(after.added)),
  TaskDescriptionChanged: described,
  FolderDescriptionChanged: described,
  CommentAdded: commented,
  FolderCommentAdded: commented,
  CommentUpdated: commented,
  TaskStatusChanged: statusChanged(task, 'custom_status_id'),
  ProjectStatusChanged: statusChanged(folder, 'project_status_id'),
  TaskDatesChanged: datesChanged(task, 'start_at', 'due_at'),
  ProjectDatesChanged: datesChanged(folder, 'project_start', 'project_end'),
  ApprovalCreated: approvalRequested,
  ApprovalApproversChanged: approvalRequested,
  TaskApprovalDecisionChanged: approvalDecided,
  FolderApprovalDecisionChanged: approvalDecided,
  TaskApprovalStatusChanged: approvalDecided,
  FolderApprovalStatusChanged: approvalDecided,
  TaskSharedsAdded: shared,
  FolderSharingChanged: shared,
  ProjectSharingChanged: shared,
  SpaceUpdated: members,
}

/** The types of events that anybody may be told of. */
export const toldTypes: readonly string[] = Object.keys(readings)

/** What is to be told of an event, and to whom: nobody of their own acts. */
export function draftsOf(event: PlacedEvent, around: Surroundings): Draft[] {
  const told = readings[event.type]?.(event, around, event.before ?? {}, event.after ?? {}) ?? []
  return [told]
    .flat()
    .map((draft) => ({
      ...draft,
      principals: [...new Set(draft.principals)].filter((principal) => principal !== event.actor_id),
      event,
    }))
    .filter(({ principals }) => principals.length > 0)
}
