import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createJobRole } from './create-job-role.ts'
import { deleteJobRole } from './delete-job-role.ts'
import { getJobRolesByIds } from './get-job-roles-by-ids.ts'
import { queryJobRoles } from './query-job-roles.ts'
import { updateJobRole } from './update-job-role.ts'

export const jobRoles = bind(contract, {
  queryJobRoles,
  getJobRolesByIds,
  createJobRole,
  updateJobRole,
  deleteJobRole,
})
