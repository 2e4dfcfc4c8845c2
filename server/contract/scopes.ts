/**
 * What a token may open, with the sentence that the consent screen shows.
 *
 * An operation runs if the token has at least one scope of its list. Scopes never add rights: the `am…` ones still need
 * an admin where the operation does.
 */
export const scopes = {
  Default: 'See and change everything you can work with: tasks, folders, projects, comments, time and files',
  wsReadOnly: 'See everything you can work with: tasks, folders, projects, comments, time and files',
  wsReadWrite: 'See and change everything you can work with: tasks, folders, projects, comments, time and files',
  amReadOnlyWorkflow: 'See workflows and statuses',
  amReadWriteWorkflow: 'See and change workflows and statuses',
  amReadOnlyInvitation: 'See invitations to your account',
  amReadWriteInvitation: 'Invite people to your account and change invitations',
  amReadOnlyGroup: 'See user groups',
  amReadWriteGroup: 'See and change user groups',
  amReadOnlyUser: 'See the users of your account',
  amReadWriteUser: 'See the users of your account and change their roles',
  amReadOnlyAccessRole: 'See access roles',
  amReadOnlyAuditLog: 'See the audit log of your account',
  amReadOnlyTimelogCategory: 'See the categories of logged time',
  amReadWriteTimelogCategory: 'See and change the categories of logged time',
  amReadOnlyWorkSchedule: 'See work schedules',
  amReadWriteWorkSchedule: 'See and change work schedules',
  dataExportFull: 'Export all data of your account',
} as const

/** The name of a scope, case-sensitive. */
export type Scope = keyof typeof scopes

/** Every scope, in the order of the table. */
export const allScopes = Object.keys(scopes) as Scope[]

/** Tells whether a text is the name of a scope. */
export function isScope(text: string): text is Scope {
  return Object.hasOwn(scopes, text)
}

/** Those scopes that a permanent token may have: all but the export of data, which needs a consent of its own. */
export const permanentTokenScopes: readonly Scope[] = allScopes.filter((scope) => scope !== 'dataExportFull')
