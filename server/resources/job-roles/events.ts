import type { EventRecord } from '#events/change.ts'
import type { JobRoleRow } from './queries.ts'

/** A job role's event: created, changed or deleted. */
export const jobRoleEvent = (
  type: 'JobRoleCreated' | 'JobRoleChanged' | 'JobRoleDeleted',
  row: JobRoleRow,
  before?: JobRoleRow,
): EventRecord => ({
  type,
  entityType: 'job_role',
  entityId: row.job_role_id,
  ...(before ? { before: said(before) } : {}),
  after: said(row),
})

const said = (row: JobRoleRow) => ({ title: row.title, shortTitle: row.short_title, avatarColor: row.avatar_color })
