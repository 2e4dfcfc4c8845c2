import type { NotificationKind } from '@taskwright/sdk'

/** What people are told of, in the order of the preferences. */
export const kinds = [
  'Assigned',
  'Mentioned',
  'ApprovalRequested',
  'ApprovalDecided',
  'Commented',
  'StatusChanged',
  'DatesChanged',
  'DueSoon',
  'Overdue',
  'Shared',
] as const satisfies readonly NotificationKind[]
