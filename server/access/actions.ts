import { type Role, role, type UserRole } from './roles.ts'

/** What one can do to a task or a folder, and the smallest role that may (table of conventions, "Access roles"). */
export const actions = {
  read: role.readOnly,
  /** Becoming a member of a public space, and ceasing to be one of any that is not locked. */
  join: role.readOnly,
  duplicate: role.limited,
  comment: role.limited,
  /** Adding, replacing and removing files. */
  attach: role.limited,
  trackTime: role.limited,
  /** One's own decision, where one is asked for it. */
  approve: role.readOnly,
  requestApproval: role.editor,
  changeStatus: role.limited,
  createTask: role.editor,
  createFolder: role.editor,
  editTask: role.editor,
  editFolder: role.editor,
  follow: role.editor,
  addTo: role.editor,
  submitForm: role.readOnly,
  lockTime: role.full,
  /** Request forms of a space. */
  manageForms: role.full,
  share: role.full,
  move: role.full,
  restore: role.full,
  deleteTask: role.full,
  deleteFolder: role.full,
} as const satisfies Record<string, Role>
export type Action = keyof typeof actions
/** All actions, in the order of the table. */
export const actionNames = Object.keys(actions) as Action[]

/** What one can do to the account, and who may. */
export const accountActions = {
  manageAccount: ['owner', 'admin'],
  exportData: ['owner', 'admin'],
  manageUsers: ['owner', 'admin'],
  manageGroups: ['owner', 'admin'],
  manageWorkflows: ['owner', 'admin'],
  /** Job roles, placeholders and equipment. */
  manageResources: ['owner', 'admin'],
  /** What people cost and bring: nobody else may even know it. */
  manageRates: ['owner', 'admin'],
  manageItemTypes: ['owner', 'admin'],
  manageTimelogCategories: ['owner', 'admin'],
  manageWorkSchedules: ['owner', 'admin'],
  manageCustomFields: ['owner', 'admin', 'regular'],
  invite: ['owner', 'admin', 'regular'],
  createSpace: ['owner', 'admin', 'regular'],
  shareOwn: ['owner', 'admin', 'regular'],
  /** One's own, and for admins those of others. */
  ownTimesheets: ['owner', 'admin', 'regular', 'external'],
  createAtRoot: ['owner', 'admin', 'regular', 'external'],
  /** Views of one's own. */
  ownViews: ['owner', 'admin', 'regular', 'external', 'collaborator'],
  /** One's own webhooks. */
  ownWebhooks: ['owner', 'admin', 'regular', 'external', 'collaborator'],
  /** One's own contact. */
  editSelf: ['owner', 'admin', 'regular', 'external', 'collaborator'],
} as const satisfies Record<string, readonly UserRole[]>
export type AccountAction = keyof typeof accountActions
export const accountActionNames = Object.keys(accountActions) as AccountAction[]

const all: readonly UserRole[] = ['owner', 'admin', 'regular', 'external', 'collaborator']
const users: readonly UserRole[] = ['owner', 'admin', 'regular', 'external']
const insiders: readonly UserRole[] = ['owner', 'admin', 'regular']

/** The licence caps the role: who may do an action at all, whatever is shared with them. */
export const licensed: Record<Action, readonly UserRole[]> = {
  read: all,
  join: all,
  duplicate: users,
  comment: all,
  attach: all,
  approve: all,
  requestApproval: users,
  changeStatus: all,
  trackTime: users,
  createTask: users,
  createFolder: users,
  editTask: users,
  editFolder: users,
  follow: users,
  addTo: users,
  submitForm: all,
  lockTime: insiders,
  manageForms: insiders,
  share: insiders,
  move: users,
  restore: users,
  deleteTask: users,
  deleteFolder: users,
}
