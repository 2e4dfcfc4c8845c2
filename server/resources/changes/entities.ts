/** What changes are told of. Spaces and projects are folders, groups are contacts. */
export const changeEntities = [
  'Task',
  'Folder',
  'Comment',
  'Attachment',
  'Dependency',
  'Timelog',
  'Approval',
  'Booking',
  'CustomField',
  'CustomItemType',
  'Workflow',
  'Contact',
] as const
export type ChangeEntity = (typeof changeEntities)[number]
