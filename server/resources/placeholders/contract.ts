import { avatarColorNames } from '#contract/avatar-colors.ts'
import { boolean, idText, optional as member, model, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { filledText, id, ids, nullable, oneOf, optional } from '#contract/parameters.ts'

export const Placeholder = model('Placeholder', {
  id: idText('Placeholder'),
  title: string(),
  shortTitle: string(),
  avatarUrl: string(),
  jobRoleId: member(idText('JobRole')),
  deleted: boolean(),
})

const read = ['amReadOnlyUser', 'amReadWriteUser'] as const
const write = {
  scopes: ['amReadWriteUser'],
  admin: true,
  feature: 'jobRoles',
  kinds: { placeholders: Placeholder },
  addition: true,
} as const
const title = () => filledText({ maxLength: 1000 })
const shortTitle = () => optional(filledText({ maxLength: 10, description: 'Letters of the avatar' }))
const avatarColor = () => optional(oneOf(avatarColorNames))

export const queryPlaceholders = operation({
  id: 'queryPlaceholders',
  method: 'GET',
  paths: ['/placeholders'],
  summary: 'Placeholders of the account',
  description: 'Deleted ones are left out; they are still read by id.',
  scopes: read,
  kinds: { placeholders: Placeholder },
  parameters: {},
})

export const getPlaceholders = operation({
  id: 'getPlaceholders',
  method: 'GET',
  paths: ['/placeholders/{placeholderIds}'],
  summary: 'Placeholders by id',
  scopes: read,
  kinds: { placeholders: Placeholder },
  parameters: { placeholderIds: ids('Placeholder', { maxItems: 100 }) },
})

export const createPlaceholder = operation({
  id: 'createPlaceholder',
  method: 'POST',
  paths: ['/placeholders'],
  summary: 'Creates a placeholder: somebody of a job role who is not known yet',
  ...write,
  parameters: {
    title: title(),
    shortTitle: shortTitle(),
    avatarColor: avatarColor(),
    jobRoleId: optional(id('JobRole')),
  },
})

export const updatePlaceholder = operation({
  id: 'updatePlaceholder',
  method: 'PUT',
  paths: ['/placeholders/{placeholderId}'],
  summary: 'Changes a placeholder',
  ...write,
  parameters: {
    placeholderId: id('Placeholder'),
    title: optional(title()),
    shortTitle: shortTitle(),
    avatarColor: avatarColor(),
    jobRoleId: optional(nullable(id('JobRole', { description: 'null takes it away' }))),
  },
})

export const deletePlaceholder = operation({
  id: 'deletePlaceholder',
  method: 'DELETE',
  paths: ['/placeholders/{placeholderId}'],
  summary: 'Deletes a placeholder',
  description: 'Tasks and bookings that name it keep it; nothing can be given to it any more.',
  ...write,
  parameters: { placeholderId: id('Placeholder') },
})
