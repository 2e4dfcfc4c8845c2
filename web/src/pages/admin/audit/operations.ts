import type { AuditLogRecord } from '@taskwright/sdk'

export type AuditOperation = AuditLogRecord['operation']

/** What this server writes into the log, by what it is about; the API knows more names than happen here. */
export const operationsByPart = {
  access: [
    'UserLoggedIn',
    'UserFailLogin',
    'UserLogout',
    'PasswordChanged',
    'Oauth2AccessGranted',
    'Oauth2AccessRevoked',
  ],
  people: [
    'InvitationSend',
    'InvitationAccepted',
    'UserActivated',
    'UserDeactivated',
    'UserDeleted',
    'UserRoleChanged',
    'UserGrantAdmin',
    'UserRevokeAdmin',
    'UserProfileUpdated',
    'UserCustomFieldValueChanged',
    'GroupCreated',
    'GroupRenamed',
    'GroupDeleted',
    'GroupMemberAdded',
    'GroupMemberRemoved',
    'GroupInviteeAdded',
    'GroupInviteeRemoved',
    'GroupParentAdded',
    'GroupParentRemoved',
  ],
  account: [
    'AccountModified',
    'AccountDataExportRequested',
    'AccountDataExportGenerated',
    'WorkflowCreated',
    'WorkflowModified',
    'WorkflowArchived',
    'WorkflowUnarchived',
    'CustomFieldCreated',
    'CustomFieldModified',
    'CustomFieldRemoved',
    'CustomFieldAddedToFolder',
    'CustomFieldRemovedFromFolder',
  ],
  spaces: ['SpaceCreated', 'SpaceDeleted', 'UserJoinedSpace', 'UserLeftSpace', 'UserTaskGroupRolesChanged'],
  work: [
    'TaskCreated',
    'TaskDeleted',
    'TaskRestored',
    'TaskStatusChanged',
    'TaskScheduleChanged',
    'TaskAssigned',
    'TaskUnassigned',
    'TaskShared',
    'TaskUnshared',
    'TaskParentAdded',
    'TaskParentRemoved',
    'TaskCommentChanged',
    'TaskCommentDeleted',
    'AttachUploaded',
    'AttachDeleted',
    'ApprovalCreated',
    'ApprovalDecisionMade',
    'ApprovalFinished',
    'ApprovalCanceled',
    'ApproverAdded',
    'ApproverRemoved',
    'ApprovalDescriptionChanged',
    'ApprovalDueDateChanged',
    'TimelogLocked',
    'TimelogUnlocked',
    'TimesheetCreated',
    'TimesheetStatusChanged',
  ],
} as const satisfies Record<string, readonly AuditOperation[]>

/** The name of an operation, taken apart: "Group member added". */
export function operationText(operation: string): string {
  const apart = operation.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return apart.slice(0, 1).toUpperCase() + apart.slice(1)
}
