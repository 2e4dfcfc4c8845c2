import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { accessRoleNumber } from '#access/roles.ts'
import { avatarUrl, colorOf } from '#http/avatars.ts'
import { encodeId } from '#ids/encode.ts'
import type { MemberRow, SpaceRow } from './access.ts'
import type { Space } from './contract.ts'

interface Wishes {
  fields?: ReadonlySet<string>
  withInvitations?: boolean | undefined
}

/** Row → Space. Work schedules are not part of this server yet: `workScheduleId` stays away. */
export function presentSpace(caller: Caller, row: SpaceRow, wishes: Wishes = {}): Static<typeof Space> {
  const wants = (field: string) => wishes.fields?.has(field) ?? false
  const workflow = (number: number) => encodeId('Workflow', caller.accountId, number)
  return {
    id: encodeId('Space', caller.accountId, row.folder_id),
    title: row.title,
    ...(row.description === '' ? {} : { description: row.description }),
    avatarUrl: avatarUrl(colorOf(row.folder_id), initial(row.title)),
    accessType: row.access_type,
    archived: row.archived,
    ...(wants('members') ? { members: presentMembers(caller, row, wishes.withInvitations) } : {}),
    ...(row.access_type === 'Public' && row.guest_role !== null
      ? { guestRoleId: encodeId('AccessRole', caller.accountId, accessRoleNumber(row.guest_role)) }
      : {}),
    ...(row.default_project_workflow_id === null
      ? {}
      : { defaultProjectWorkflowId: workflow(row.default_project_workflow_id) }),
    ...(row.default_task_workflow_id === null ? {} : { defaultTaskWorkflowId: workflow(row.default_task_workflow_id) }),
    ...(wants('suggestedProjectWorkflows')
      ? { suggestedProjectWorkflowIds: row.suggested_project_workflow_ids.map(workflow) }
      : {}),
    ...(wants('suggestedTaskWorkflows')
      ? { suggestedTaskWorkflowIds: row.suggested_task_workflow_ids.map(workflow) }
      : {}),
  }
}

const initial = (title: string): string => /\p{L}|\p{N}/u.exec(title)?.[0].toUpperCase() ?? 'S'

function presentMembers(caller: Caller, row: SpaceRow, withInvitations: boolean | undefined) {
  const present = (type: 'Contact' | 'Invitation') => (member: MemberRow) => ({
    id: encodeId(type, caller.accountId, member.id),
    accessRoleId: encodeId('AccessRole', caller.accountId, accessRoleNumber(member.role)),
    isManager: member.manager,
  })
  return [...row.members.map(present('Contact')), ...(withInvitations ? row.invited.map(present('Invitation')) : [])]
}
