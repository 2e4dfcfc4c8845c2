import { arrayOf, boolean, idText, idTexts, model, oneOfText, optional as sometimes, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import {
  contactOrInvitation,
  filledText,
  flag,
  id,
  ids,
  listOf,
  object,
  oneOf,
  optional,
  text,
} from '#contract/parameters.ts'

export const accessTypes = ['Personal', 'Private', 'Public', 'Locked'] as const

const SpaceMember = model('SpaceMember', {
  id: idText('Contact'),
  accessRoleId: idText('AccessRole'),
  isManager: boolean(),
})

export const Space = model('Space', {
  id: idText('Space'),
  title: string(),
  description: sometimes(string()),
  avatarUrl: string(),
  accessType: oneOfText(accessTypes),
  archived: boolean(),
  members: sometimes(arrayOf(SpaceMember)),
  guestRoleId: sometimes(idText('AccessRole')),
  defaultProjectWorkflowId: sometimes(idText('Workflow')),
  defaultTaskWorkflowId: sometimes(idText('Workflow')),
  suggestedProjectWorkflowIds: sometimes(idTexts('Workflow')),
  suggestedTaskWorkflowIds: sometimes(idTexts('Workflow')),
  workScheduleId: sometimes(idText('WorkSchedule')),
})

/** Members with their roles; without a role Full, and no manager unless said so. */
const members = () =>
  optional(
    listOf(
      object({
        id: contactOrInvitation(),
        accessRoleId: optional(id('AccessRole')),
        isManager: optional(flag()),
      }),
      { maxItems: 1000, description: 'Each person or group once' },
    ),
  )
const workflows = () => optional(ids('Workflow', { maxItems: 100 }))
const withInvitations = () => optional(flag({ description: 'Names invited members by their invitation' }))
const guestRole = () =>
  optional(id('AccessRole', { description: 'Role of regular users who are no members; public spaces only' }))
const allFields = ['members', 'workScheduleId', 'suggestedTaskWorkflows', 'suggestedProjectWorkflows'] as const

export const querySpaces = operation({
  id: 'querySpaces',
  method: 'GET',
  paths: ['/spaces'],
  summary: 'Spaces the caller sees',
  scopes: readScopes,
  kinds: { spaces: Space },
  fields: ['members', 'workScheduleId'],
  parameters: {
    withArchived: optional(flag()),
    userIsMember: optional(
      flag({ description: 'true: only spaces the caller is a member of, itself or through a group' }),
    ),
    withInvitations: withInvitations(),
    title: optional(filledText({ description: 'Part of the title' })),
    accessTypes: optional(listOf(oneOf(accessTypes))),
  },
})

export const getSpace = operation({
  id: 'getSpace',
  method: 'GET',
  paths: ['/spaces/{spaceId}'],
  summary: 'One space',
  scopes: readScopes,
  kinds: { spaces: Space },
  fields: allFields,
  parameters: { spaceId: id('Space'), withInvitations: withInvitations() },
})

export const createSpace = operation({
  id: 'createSpace',
  method: 'POST',
  paths: ['/spaces'],
  summary: 'Creates a space',
  description: 'The caller becomes its manager unless `members` says otherwise. Locked ones are for account admins.',
  scopes: writeScopes,
  kinds: { spaces: Space },
  fields: allFields,
  parameters: {
    accessType: oneOf(['Private', 'Public', 'Locked']),
    title: filledText({ maxLength: 1000 }),
    description: optional(text({ minLength: 0 })),
    members: members(),
    guestRoleId: guestRole(),
    defaultProjectWorkflowId: optional(id('Workflow')),
    suggestedProjectWorkflows: workflows(),
    defaultTaskWorkflowId: optional(id('Workflow')),
    suggestedTaskWorkflows: workflows(),
    withInvitations: withInvitations(),
    workScheduleId: optional(id('WorkSchedule')),
  },
})

export const updateSpace = operation({
  id: 'updateSpace',
  method: 'PUT',
  paths: ['/spaces/{spaceId}'],
  summary: 'Changes a space',
  description: 'Only its managers may. A space cannot become Locked, and keeps at least one manager.',
  scopes: writeScopes,
  kinds: { spaces: Space },
  fields: allFields,
  parameters: {
    spaceId: id('Space'),
    accessType: optional(oneOf(['Private', 'Public'])),
    title: optional(filledText({ maxLength: 1000 })),
    description: optional(text({ minLength: 0 })),
    membersAdd: members(),
    membersUpdate: members(),
    membersRemove: optional(listOf(contactOrInvitation(), { maxItems: 1000 })),
    guestRoleId: guestRole(),
    defaultProjectWorkflowId: optional(id('Workflow')),
    suggestedProjectWorkflowsAdd: workflows(),
    suggestedProjectWorkflowsRemove: workflows(),
    defaultTaskWorkflowId: optional(id('Workflow')),
    suggestedTaskWorkflowsAdd: workflows(),
    suggestedTaskWorkflowsRemove: workflows(),
    withInvitations: withInvitations(),
    workScheduleId: optional(id('WorkSchedule')),
  },
})

export const deleteSpace = operation({
  id: 'deleteSpace',
  method: 'DELETE',
  paths: ['/spaces/{spaceId}'],
  summary: 'Moves a space with all its content to the recycle bin',
  description: 'A Locked one is erased for good.',
  scopes: writeScopes,
  kinds: { spaces: string() },
  parameters: { spaceId: id('Space') },
})
