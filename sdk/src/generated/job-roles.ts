// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export type CreateJobRoleAvatarColor =
  | 'Purple1'
  | 'Purple2'
  | 'Blue1'
  | 'Blue2'
  | 'Pink1'
  | 'Pink2'
  | 'Red1'
  | 'Red2'
  | 'Turquoise1'
  | 'Turquoise2'
  | 'DarkBlue1'
  | 'DarkBlue2'
  | 'Green1'
  | 'Green2'
  | 'Yellow1'
  | 'Yellow2'
  | 'Orange1'
  | 'Orange2'
  | 'DarkCyan1'
  | 'DarkCyan2'
  | 'YellowGreen1'
  | 'YellowGreen2'

export interface JobRole {
  id: string
  title: string
  shortTitle: string
  avatarUrl: string
  isDeleted: boolean
}

/** What {@link queryJobRoles} takes. */
export interface QueryJobRolesInput {
}

/** Job roles of the account. Deleted ones are left out; they are still read by id. */
export const queryJobRoles = /* @__PURE__ */ operation<QueryJobRolesInput, JobRole>({
  id: 'queryJobRoles',
  method: 'GET',
  paths: ['/jobroles'],
})

/** What {@link getJobRolesByIds} takes. */
export interface GetJobRolesByIdsInput {
  jobroleIds: string[]
}

/** Job roles by id */
export const getJobRolesByIds = /* @__PURE__ */ operation<GetJobRolesByIdsInput, JobRole>({
  id: 'getJobRolesByIds',
  method: 'GET',
  paths: ['/jobroles/{jobroleIds}'],
})

/** What {@link createJobRole} takes. */
export interface CreateJobRoleInput {
  title: string
  /** Letters of the avatar */
  shortTitle?: string
  avatarColor?: CreateJobRoleAvatarColor
}

/** Creates a job role */
export const createJobRole = /* @__PURE__ */ operation<CreateJobRoleInput, JobRole>({
  id: 'createJobRole',
  method: 'POST',
  paths: ['/jobroles'],
})

/** What {@link updateJobRole} takes. */
export interface UpdateJobRoleInput {
  jobroleId: string
  title?: string
  /** Letters of the avatar */
  shortTitle?: string
  avatarColor?: CreateJobRoleAvatarColor
}

/** Changes a job role */
export const updateJobRole = /* @__PURE__ */ operation<UpdateJobRoleInput, JobRole>({
  id: 'updateJobRole',
  method: 'PUT',
  paths: ['/jobroles/{jobroleId}'],
})

/** What {@link deleteJobRole} takes. */
export interface DeleteJobRoleInput {
  jobroleId: string
}

/** Deletes a job role. Contacts and placeholders that have it keep it; nobody can be given it any more. */
export const deleteJobRole = /* @__PURE__ */ operation<DeleteJobRoleInput, JobRole>({
  id: 'deleteJobRole',
  method: 'DELETE',
  paths: ['/jobroles/{jobroleId}'],
})
