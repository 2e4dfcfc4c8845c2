import type { AuditOperation } from '#resources/audit-log/names.ts'
import { approvalChanged, approvalCreated, approvalDecision, approvalStatus, approvers } from './audit-approvals.ts'
import { groupAudit, spaceAudit } from './audit-members.ts'
import { type Audited, type AuditId, numbered, type Reading } from './audited.ts'
import type { EventRecord } from './change.ts'

type Said = Record<string, unknown>

const is =
  (operation: AuditOperation): Reading =>
  () => ({ operation })
const before = (event: EventRecord): Said => event.before ?? {}
const after = (event: EventRecord): Said => event.after ?? {}
const text = (value: unknown) => (value === null || value === undefined ? undefined : String(value))

/** People or folders that were added to or taken from a work item. */
const linked =
  (operation: AuditOperation, label: string, type: AuditId['type']): Reading =>
  (event) => ({ operation, details: { [label]: numbered(type, after(event).added ?? before(event).removed) } })

/** A folder tells both in one event. */
const addedAndRemoved =
  (added: AuditOperation, removed: AuditOperation, label: string, type: AuditId['type']): Reading =>
  (event) =>
    [
      { operation: added, details: { [label]: numbered(type, after(event).added) } },
      { operation: removed, details: { [label]: numbered(type, after(event).removed) } },
    ].filter(({ details }) => (details[label] as AuditId[]).length > 0)

const status =
  (column: string): Reading =>
  (event) => ({
    operation: 'TaskStatusChanged',
    details: {
      'Old Status Id': numbered('CustomStatus', before(event)[column]),
      'New Status Id': numbered('CustomStatus', after(event)[column]),
      'Status Group': text(after(event).status_group),
    },
  })

const schedule =
  (start: string, due: string): Reading =>
  (event) => ({
    operation: 'TaskScheduleChanged',
    details: {
      'Old Start Date': text(before(event)[start]),
      'New Start Date': text(after(event)[start]),
      'Old Due Date': text(before(event)[due]),
      'New Due Date': text(after(event)[due]),
    },
  })

const sharing: Reading = (event) => {
  const people = (after(event).roles as number[] | undefined) ?? []
  const shared = addedAndRemoved('TaskShared', 'TaskUnshared', 'User Id', 'Contact')(event) as Audited[]
  if (people.length === 0) return shared
  return [...shared, { operation: 'UserTaskGroupRolesChanged', details: { 'User Id': numbered('Contact', people) } }]
}

const columns: Reading = (event) => {
  const [was, now] = [before(event), after(event)].map((said) => (said.custom_columns as number[] | undefined) ?? [])
  const only = (some: number[] = [], others: number[] = []) => some.filter((id) => !others.includes(id))
  const fields = { before: event.before, after: { added: only(now, was), removed: only(was, now) } }
  const label = 'Custom Field Id'
  return addedAndRemoved(
    'CustomFieldAddedToFolder',
    'CustomFieldRemovedFromFolder',
    label,
    'CustomField',
  )({ ...event, ...fields } as EventRecord)
}

/** A comment goes by the name of what it stands at. */
const comment =
  (operation: AuditOperation): Reading =>
  (event) => {
    const { taskId, folderId } = { ...before(event), ...after(event) } as Record<string, number | null>
    const place: AuditId =
      taskId == null ? { type: 'Folder', number: Number(folderId) } : { type: 'Task', number: taskId }
    return { operation, details: { [taskId == null ? 'Folder Id' : 'Task Id']: place } }
  }

const user: Reading = (event) => {
  const [was, now] = [before(event), after(event)]
  const roles = { 'Previous User Role': text(was.role), 'User Role': text(now.role) }
  const found: Audited[] = []
  if (was.role !== now.role) {
    if (now.role === 'admin') found.push({ operation: 'UserGrantAdmin', details: roles })
    if (was.role === 'admin') found.push({ operation: 'UserRevokeAdmin', details: roles })
    const isMore = ![was.role, now.role].includes('admin') || ![was.role, now.role].includes('regular')
    if (isMore) found.push({ operation: 'UserRoleChanged', details: roles })
  }
  if (was.state !== now.state && now.state === 'inactive') found.push({ operation: 'UserDeactivated' })
  if (was.state !== now.state && now.state === 'active') found.push({ operation: 'UserActivated' })
  return found
}

const profile: Reading = (event) => {
  const parts = after(event).changed as string[] | undefined
  if (event.entityId < 0 || parts?.length === 0) return undefined
  return {
    operation: parts?.includes('customFields') ? 'UserCustomFieldValueChanged' : 'UserProfileUpdated',
    details: { Changed: parts?.join(', ') },
  }
}

const invited =
  (operation: AuditOperation): Reading =>
  (event) => ({
    operation,
    details: { 'User Role': text(after(event).role), 'Previous User Role': text(before(event).role) },
  })

const workflow: Reading = (event) => {
  const [was, now] = [before(event).hidden, after(event).hidden]
  return { operation: was === now ? 'WorkflowModified' : now ? 'WorkflowArchived' : 'WorkflowUnarchived' }
}

const client =
  (operation: AuditOperation): Reading =>
  (event) => {
    const { clientId, name, token, scopes } = { ...before(event), ...after(event) } as Record<
      string,
      string | undefined
    >
    const object = { type: 'Oauth2Client', id: clientId ?? 'none', name: name ?? 'Permanent token' } as const
    return {
      operation,
      object,
      details: { Token: token, Scopes: scopes, 'User Id': numbered('Contact', event.entityId) },
    }
  }

/** A setting of the account, about an application: the original has no operation of its own for it. */
const shutOut =
  (change: string): Reading =>
  (event) => {
    const { clientId, name } = { ...before(event), ...after(event) } as { clientId: string; name: string }
    return {
      operation: 'AccountModified',
      object: { type: 'Oauth2Client', id: clientId, name },
      details: { Change: change },
    }
  }

/** What its people and the admins of its account do with an application itself. */
const application: Reading = (event) => {
  const { clientId, name, change, personId } = after(event)
  return {
    operation: 'AccountModified',
    object: { type: 'Oauth2Client', id: String(clientId), name: text(name) },
    details: { Change: text(change), 'User Id': numbered('Contact', personId) },
  }
}

/** Time that is closed, or open again, from day to day. */
const period =
  (operation: AuditOperation): Reading =>
  (event) => {
    const days = Object.entries({ ...before(event), ...after(event) }).map(([name, day]) => `${name}: ${day}`)
    return { operation, details: { Period: days.join(', ') } }
  }

/** Goes by the name of the person whose time it holds. */
const timesheet =
  (operation: AuditOperation): Reading =>
  (event) => ({
    operation,
    details: {
      'User Id': numbered('Contact', after(event).personId),
      'Start Date': text(after(event).periodStart),
      'Old Status': text(before(event).status),
      'New Status': text(after(event).status),
    },
  })

const plan: Reading = (event) => ({
  operation: 'AccountModified',
  details: { 'Old Plan': text(before(event).plan), 'New Plan': text(after(event).plan) },
})

/** Name, format of dates or first day of the week, as they were and are. */
const account: Reading = (event) => ({
  operation: 'AccountModified',
  details: Object.fromEntries(
    Object.entries(after(event)).flatMap(([name, now]) => [
      [`Old ${name}`, text(before(event)[name])],
      [`New ${name}`, text(now)],
    ]),
  ),
})

/** The original has neither operation nor object for categories of time: they are settings of the account. */
const category: Reading = (event) => ({
  operation: 'AccountModified',
  object: { type: 'Account', id: { type: 'TimelogCategory', number: event.entityId }, name: text(after(event).name) },
  details: { 'Old Category': text(before(event).name), 'New Category': text(after(event).name) },
})

/**
 * The one table from events to the audit log. An event that is not here leaves no record: edits of titles and texts,
 * comments that are added, followers, records of time and dependencies, for which the original has no operation either. Folders and
 * projects go by the operations of tasks; the type of the object tells them apart.
 */
export const auditOperations: Readonly<Record<string, Reading>> = {
  SignedIn: is('UserLoggedIn'),
  SignInFailed: is('UserFailLogin'),
  SignedOut: is('UserLogout'),
  PasswordChanged: is('PasswordChanged'),
  OauthGranted: client('Oauth2AccessGranted'),
  OauthRevoked: client('Oauth2AccessRevoked'),
  ApplicationBlocked: shutOut('Blocked'),
  ApplicationUnblocked: shutOut('Unblocked'),
  ApplicationChanged: application,

  AccountMetadataChanged: is('AccountModified'),
  AccountPlanChanged: plan,
  AccountChanged: account,
  CustomFieldsOrdered: is('AccountModified'),
  TimelogCategoryCreated: category,
  TimelogCategoryChanged: category,
  UserAdded: is('UserActivated'),
  UserChanged: user,
  UserRemoved: (event) => ({
    operation: 'UserDeleted',
    details: { 'Handed Over To': numbered('Contact', after(event).heir ?? []) },
  }),
  ContactChanged: profile,
  InvitationCreated: invited('InvitationSend'),
  InvitationChanged: invited('UserRoleChanged'),
  InvitationCancelled: is('UserDeleted'),
  InvitationAccepted: invited('InvitationAccepted'),
  GroupCreated: is('GroupCreated'),
  GroupChanged: groupAudit,
  GroupDeleted: is('GroupDeleted'),
  WorkflowCreated: is('WorkflowCreated'),
  WorkflowUpdated: workflow,
  CustomFieldCreated: is('CustomFieldCreated'),
  CustomFieldUpdated: is('CustomFieldModified'),
  CustomFieldDeleted: is('CustomFieldRemoved'),
  DataExportRequested: is('AccountDataExportRequested'),
  DataExportGenerated: is('AccountDataExportGenerated'),

  SpaceCreated: is('SpaceCreated'),
  SpaceUpdated: spaceAudit,
  SpaceDeleted: is('SpaceDeleted'),
  FolderCreated: is('TaskCreated'),
  ProjectCreated: is('TaskCreated'),
  FolderDeleted: is('TaskDeleted'),
  ProjectDeleted: is('TaskDeleted'),
  FolderRestored: is('TaskRestored'),
  FolderParentsChanged: addedAndRemoved('TaskParentAdded', 'TaskParentRemoved', 'Parent Id', 'Folder'),
  FolderSharingChanged: sharing,
  ProjectSharingChanged: sharing,
  ProjectOwnersChanged: addedAndRemoved('TaskAssigned', 'TaskUnassigned', 'User Id', 'Contact'),
  ProjectStatusChanged: status('project_status_id'),
  ProjectDatesChanged: schedule('project_start', 'project_end'),
  FolderColumnsChanged: columns,

  TaskCreated: is('TaskCreated'),
  TaskDeleted: is('TaskDeleted'),
  TaskRestored: is('TaskRestored'),
  TaskParentsAdded: linked('TaskParentAdded', 'Parent Id', 'Folder'),
  TaskParentsRemoved: linked('TaskParentRemoved', 'Parent Id', 'Folder'),
  TaskSuperTasksAdded: linked('TaskParentAdded', 'Parent Task Id', 'Task'),
  TaskSuperTasksRemoved: linked('TaskParentRemoved', 'Parent Task Id', 'Task'),
  TaskSharedsAdded: linked('TaskShared', 'User Id', 'Contact'),
  TaskSharedsRemoved: linked('TaskUnshared', 'User Id', 'Contact'),
  TaskResponsiblesAdded: linked('TaskAssigned', 'User Id', 'Contact'),
  TaskResponsiblesRemoved: linked('TaskUnassigned', 'User Id', 'Contact'),
  TaskStatusChanged: status('custom_status_id'),
  TaskDatesChanged: schedule('start_at', 'due_at'),

  CommentUpdated: comment('TaskCommentChanged'),
  CommentDeleted: comment('TaskCommentDeleted'),
  FolderCommentDeleted: comment('TaskCommentDeleted'),
  TimelogLocked: period('TimelogLocked'),
  TimelogUnlocked: period('TimelogUnlocked'),
  TimesheetCreated: timesheet('TimesheetCreated'),
  TimesheetStatusChanged: timesheet('TimesheetStatusChanged'),
  ApprovalCreated: approvalCreated,
  ApprovalChanged: approvalChanged,
  ApprovalApproversChanged: approvers,
  TaskApprovalStatusChanged: approvalStatus,
  FolderApprovalStatusChanged: approvalStatus,
  TaskApprovalDecisionChanged: approvalDecision,
  FolderApprovalDecisionChanged: approvalDecision,
  AttachmentAdded: comment('AttachUploaded'),
  FolderAttachmentAdded: comment('AttachUploaded'),
  AttachmentDeleted: comment('AttachDeleted'),
  FolderAttachmentDeleted: comment('AttachDeleted'),
}
