import { avatarColorNames } from '#contract/avatar-colors.ts'
import { boolean, idText, model, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { filledText, id, ids, oneOf, optional } from '#contract/parameters.ts'

export const JobRole = model('JobRole', {
  id: idText('JobRole'),
  title: string(),
  shortTitle: string(),
  avatarUrl: string(),
  isDeleted: boolean(),
})

const read = ['amReadOnlyUser', 'amReadWriteUser'] as const
const write = { scopes: ['amReadWriteUser'], admin: true, feature: 'jobRoles', kinds: { jobroles: JobRole } } as const
const title = () => filledText({ maxLength: 1000 })
const shortTitle = () => optional(filledText({ maxLength: 10, description: 'Letters of the avatar' }))
const avatarColor = () => optional(oneOf(avatarColorNames))

export const queryJobRoles = operation({
  id: 'queryJobRoles',
  method: 'GET',
  paths: ['/jobroles'],
  summary: 'Job roles of the account',
  description: 'Deleted ones are left out; they are still read by id.',
  scopes: read,
  kinds: { jobroles: JobRole },
  parameters: {},
})

export const getJobRolesByIds = operation({
  id: 'getJobRolesByIds',
  method: 'GET',
  paths: ['/jobroles/{jobroleIds}'],
  summary: 'Job roles by id',
  scopes: read,
  kinds: { jobroles: JobRole },
  parameters: { jobroleIds: ids('JobRole', { maxItems: 1000 }) },
})

export const createJobRole = operation({
  id: 'createJobRole',
  method: 'POST',
  paths: ['/jobroles'],
  summary: 'Creates a job role',
  ...write,
  parameters: { title: title(), shortTitle: shortTitle(), avatarColor: avatarColor() },
})

export const updateJobRole = operation({
  id: 'updateJobRole',
  method: 'PUT',
  paths: ['/jobroles/{jobroleId}'],
  summary: 'Changes a job role',
  ...write,
  parameters: {
    jobroleId: id('JobRole'),
    title: optional(title()),
    shortTitle: shortTitle(),
    avatarColor: avatarColor(),
  },
})

export const deleteJobRole = operation({
  id: 'deleteJobRole',
  method: 'DELETE',
  paths: ['/jobroles/{jobroleId}'],
  summary: 'Deletes a job role',
  description: 'Contacts and placeholders that have it keep it; nobody can be given it any more.',
  ...write,
  parameters: { jobroleId: id('JobRole') },
})
