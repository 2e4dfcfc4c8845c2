import { encodeDependencyId, encodeId } from '#ids/encode.ts'
import type { ChangeEntity } from '#resources/changes/entities.ts'
import type { EventRow } from '#webhooks/facets/facet.ts'
import { membersOf } from './members.ts'

/** A task or folder by its number. */
export interface Item {
  on: 'task' | 'folder'
  id: number
}

/** An event as far as the feed of changes tells it, and whom. */
export interface Told {
  event: EventRow
  entityType: ChangeEntity
  entityId: string
  /** Told to who sees all of these; none: to everybody of the account (outsiders hear little of people). */
  items: readonly Item[]
  /** Where it was until now: who sees any of these, but not the items, is told that it has gone. */
  left: readonly Item[]
  /** People and groups that it was taken from, or that it is about where there are no items. */
  principals: readonly number[]
  /** It is in no list any more. */
  gone: boolean
  members: readonly string[] | undefined
}

type Values = Record<string, unknown>
type Reader = (event: EventRow, before: Values, after: Values) => Omit<Told, 'event' | 'members'> | undefined

/** What the feed tells of an event; undefined for what is nobody's work: sessions, webhooks, settings of programs. */
export function tell(event: EventRow): Told | undefined {
  const [before, after] = [(event.before ?? {}) as Values, (event.after ?? {}) as Values]
  const told = readers[event.entity_type]?.(event, before, after)
  return told && { ...told, event, members: membersOf(event.type) }
}

const nothing = { items: [], left: [], principals: [], gone: false } as const
const numbers = (value: unknown): number[] => (Array.isArray(value) ? value.map(Number) : [])
const folders = (value: unknown): Item[] => numbers(value).map((id) => ({ on: 'folder', id }))
const tasks = (value: unknown): Item[] => numbers(value).map((id) => ({ on: 'task', id }))

const readers: Partial<Record<string, Reader>> = {
  task: ({ type, account_id, entity_id }, before) => ({
    entityType: 'Task',
    entityId: encodeId('Task', account_id, entity_id),
    items: [{ on: 'task', id: entity_id }],
    left:
      type === 'TaskParentsRemoved'
        ? folders(before.removed)
        : type === 'TaskSuperTasksRemoved'
          ? tasks(before.removed)
          : [],
    principals: type === 'TaskSharedsRemoved' ? numbers(before.removed) : [],
    gone: type === 'TaskDeleted',
  }),
  folder: ({ type, account_id, entity_id }, before, after) => ({
    entityType: 'Folder',
    entityId: encodeId('Folder', account_id, entity_id),
    items: [{ on: 'folder', id: entity_id }],
    left: type === 'FolderParentsChanged' ? folders(after.removed) : [],
    principals: [...numbers(after.removed), ...membersLost(before, after)],
    gone: type === 'FolderDeleted' || type === 'ProjectDeleted' || type === 'SpaceDeleted',
  }),
  comment: onItem('Comment'),
  attachment: onItem('Attachment'),
  timelog: onItem('Timelog'),
  approval: onItem('Approval'),
  booking: onItem('Booking'),
  dependency: ({ account_id, after: isThere }, before, after) => {
    const { predecessorId, successorId } = (isThere ? after : before) as { predecessorId: number; successorId: number }
    return {
      ...nothing,
      entityType: 'Dependency',
      entityId: encodeDependencyId(account_id, predecessorId, successorId),
      items: tasks([predecessorId, successorId]),
      gone: !isThere,
    }
  },
  custom_field: ofSpace('CustomField'),
  custom_item_type: ofSpace('CustomItemType'),
  workflow: ofSpace('Workflow'),
  contact: aboutPeople,
  group: aboutPeople,
}

/** Hangs on a task or folder, which its event names before or after. */
function onItem(entityType: 'Comment' | 'Attachment' | 'Timelog' | 'Approval' | 'Booking'): Reader {
  return ({ account_id, entity_id, after: isThere }, before, after) => {
    const { taskId, folderId } = isThere ? after : before
    const item: Item | undefined = taskId ? { on: 'task', id: Number(taskId) } : toFolder(folderId)
    return (
      item && {
        ...nothing,
        entityType,
        entityId: encodeId(entityType, account_id, entity_id),
        items: [item],
        gone: !isThere,
      }
    )
  }
}

const toFolder = (id: unknown): Item | undefined => (id ? { on: 'folder', id: Number(id) } : undefined)

/** Belongs to a space, or to the whole account. */
function ofSpace(entityType: 'CustomField' | 'CustomItemType' | 'Workflow'): Reader {
  return ({ type, account_id, entity_id }, before, after) => {
    // An event from before it said so: nobody knows whose it is.
    if (after.spaceId === undefined && before.spaceId === undefined) return undefined
    const space = toFolder(after.spaceId ?? before.spaceId)
    return {
      ...nothing,
      entityType,
      entityId: encodeId(entityType, account_id, entity_id),
      items: space ? [space] : [],
      gone: type.endsWith('Deleted'),
    }
  }
}

/** People and groups: outsiders hear of themselves and of their own groups only. */
function aboutPeople({ type, account_id, entity_id }: EventRow, _before: Values, after: Values): ReturnType<Reader> {
  return {
    ...nothing,
    entityType: 'Contact',
    entityId: encodeId('Contact', account_id, entity_id),
    principals: [entity_id, ...numbers(after.added), ...numbers(after.removed)],
    gone: type.endsWith('Deleted'),
  }
}

/** Members of a space before a change, or of one that is deleted, who are none after it. */
function membersLost(before: Values, after: Values): number[] {
  const ids = (members: unknown) => (Array.isArray(members) ? members.map(({ id }: { id: number }) => Number(id)) : [])
  const left = before.member === undefined ? [] : [Number(before.member)]
  const kept = new Set(ids(after.members))
  return [...left, ...ids(before.members).filter((id) => !kept.has(id))]
}
