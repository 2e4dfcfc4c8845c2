/** Subscription plans, smallest first. */
export const plans = ['Free', 'Team', 'Business', 'Enterprise', 'Pinnacle'] as const
export type Plan = (typeof plans)[number]

/**
 * The one table of what a plan unlocks: feature → smallest plan that has it.
 * Reading what is locked leaves members out; writing it answers 403 `not_allowed`.
 */
export const features = {
  recurrence: { from: 'Team', says: 'Recurring tasks' },
  dependencies: { from: 'Team', says: 'Dependencies' },
  taskStatus: { from: 'Business', says: 'Setting a task status without a custom status' },
  customFields: { from: 'Business', says: 'Custom fields' },
  accessRoles: { from: 'Business', says: 'Access roles' },
  timeTracking: { from: 'Business', says: 'Time tracking' },
  requestForms: { from: 'Business', says: 'Request forms' },
  approvals: { from: 'Business', says: 'Approvals' },
  customWorkflows: { from: 'Business', says: 'Custom workflows' },
  accountComments: { from: 'Team', says: 'Reading the comments of the whole account' },
  invitationText: { from: 'Team', says: 'Subject and message of an invitation' },
  auditLog: { from: 'Enterprise', says: 'The audit log' },
  dataExport: { from: 'Enterprise', says: 'Exporting all data' },
  userTypes: { from: 'Enterprise', says: 'User types' },
  blueprints: { from: 'Business', says: 'Blueprints' },
  customItemTypes: { from: 'Business', says: 'Custom item types' },
  bookings: { from: 'Pinnacle', says: 'Bookings' },
  cascadingFields: { from: 'Business', says: 'Cascading fields' },
  rollups: { from: 'Business', says: 'Rollups' },
  jobRoles: { from: 'Pinnacle', says: 'Job roles, placeholders and equipment' },
  eDiscovery: { from: 'Enterprise', says: 'eDiscovery' },
  lockedSpaces: { from: 'Pinnacle', says: 'Locked spaces' },
  billing: { from: 'Pinnacle', says: 'Billing types and budgets' },
  workSchedules: { from: 'Business', says: 'Work schedules of your own' },
  effort: { from: 'Business', says: 'Effort allocation' },
} as const satisfies Record<string, { from: Plan; says: string }>
export type Feature = keyof typeof features

/** Whether a plan unlocks a feature. */
export function planHas(plan: Plan, feature: Feature): boolean {
  return plans.indexOf(plan) >= plans.indexOf(features[feature].from)
}
