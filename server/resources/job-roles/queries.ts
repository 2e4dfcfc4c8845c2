import type { Selectable } from 'kysely'
import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import type { JobRoleTables } from './tables.ts'

export type JobRoleRow = Selectable<JobRoleTables['job_role']>

/** Job roles of the account that are not deleted, oldest first: every user may know them. */
export const livingJobRoles = (caller: Caller): Promise<JobRoleRow[]> =>
  jobRoles(caller).where('deleted_at', 'is', null).orderBy('job_role_id').execute()

/** Job roles of the account with these numbers, deleted ones among them. */
export const jobRolesById = async (caller: Caller, jobRoleIds: readonly number[]): Promise<Map<number, JobRoleRow>> => {
  const rows = await jobRoles(caller).where('job_role_id', 'in', jobRoleIds).execute()
  return new Map(rows.map((row) => [row.job_role_id, row]))
}

const jobRoles = (caller: Caller) =>
  connectionOf(caller).selectFrom('job_role').selectAll().where('account_id', '=', caller.accountId)
