import { type Audited, type AuditId, numbered } from './audited.ts'
import type { EventRecord } from './change.ts'

interface GroupSaid {
  title?: string
  parents?: number[]
  added?: number[]
  removed?: number[]
  /** Which of those are invited and no users yet. */
  invitees?: number[]
}

/** A change of a group: its name, its members, those invited to it, the group above it. */
export function groupAudit(event: EventRecord): Audited[] {
  const before = (event.before ?? {}) as GroupSaid
  const after = (event.after ?? {}) as GroupSaid
  const { added = [], removed = [], invitees = [] } = after
  const isInvited = (id: number) => invitees.includes(id)
  const isUser = (id: number) => !isInvited(id)
  const parents = { added: without(after.parents, before.parents), removed: without(before.parents, after.parents) }
  const lists = [
    ['GroupMemberAdded', 'User Id', added.filter(isUser)],
    ['GroupMemberRemoved', 'User Id', removed.filter(isUser)],
    ['GroupInviteeAdded', 'User Id', added.filter(isInvited)],
    ['GroupInviteeRemoved', 'User Id', removed.filter(isInvited)],
    ['GroupParentAdded', 'Parent Group Id', parents.added],
    ['GroupParentRemoved', 'Parent Group Id', parents.removed],
  ] as const
  const isRenamed = before.title !== undefined && after.title !== undefined && before.title !== after.title
  return [
    ...(isRenamed
      ? [{ operation: 'GroupRenamed', details: { 'Old Name': before.title, 'New Name': after.title } } as const]
      : []),
    ...lists
      .filter(([, , ids]) => ids.length > 0)
      .map(([operation, label, ids]) => ({ operation, details: { [label]: contacts(ids) } })),
  ]
}

interface Member {
  id: number
  role: number
  manager: boolean
}

/** A change of a space: who joined, who left, whose role is another one. */
export function spaceAudit(event: EventRecord): Audited[] {
  const before = ((event.before ?? {}) as { members?: Member[] }).members ?? []
  const after = ((event.after ?? {}) as { members?: Member[] }).members ?? []
  const ids = (members: Member[]) => members.map((member) => member.id)
  const changed = after.filter((now) =>
    before.some((was) => was.id === now.id && (was.role !== now.role || was.manager !== now.manager)),
  )
  const lists = [
    ['UserJoinedSpace', without(ids(after), ids(before))],
    ['UserLeftSpace', without(ids(before), ids(after))],
    ['UserTaskGroupRolesChanged', ids(changed)],
  ] as const
  return lists
    .filter(([, people]) => people.length > 0)
    .map(([operation, people]) => ({ operation, details: { 'User Id': contacts(people) } }))
}

const contacts = (ids: readonly number[]): AuditId[] => numbered('Contact', [...ids])
const without = (some: readonly number[] = [], others: readonly number[] = []) =>
  some.filter((one) => !others.includes(one))
