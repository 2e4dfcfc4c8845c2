import { Metadata, metadataEntries, metadataFilter } from '#contract/metadata.ts'
import { arrayOf, boolean, idText, idTexts, model, optional, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { filledText, flag, id, ids, integer, listOf, optional as maybe, object, text } from '#contract/parameters.ts'

export const Group = model('Group', {
  id: idText('Contact'),
  accountId: idText('Account'),
  title: string(),
  memberIds: idTexts('Contact'),
  childIds: idTexts('Contact'),
  parentIds: idTexts('Contact'),
  avatarUrl: string(),
  myTeam: optional(boolean()),
  metadata: optional(arrayOf(Metadata)),
})

const read = ['amReadOnlyGroup', 'amReadWriteGroup'] as const
const write = ['amReadWriteGroup'] as const
const avatar = () =>
  maybe(object({ letters: text({ minLength: 1, maxLength: 2 }), color: text({ pattern: '^#[0-9A-Fa-f]{6}$' }) }))

export const queryGroups = operation({
  id: 'queryGroups',
  method: 'GET',
  paths: ['/groups'],
  summary: 'Groups of the account',
  description: 'The token of the next page goes into `pageToken`.',
  scopes: read,
  kinds: { groups: Group },
  fields: ['metadata'],
  pageToken: 'pageToken',
  parameters: { metadata: maybe(metadataFilter()), pageSize: maybe(integer({ minimum: 1, maximum: 1000 })) },
})

export const getGroup = operation({
  id: 'getGroup',
  method: 'GET',
  paths: ['/groups/{groupId}'],
  summary: 'One group',
  scopes: read,
  kinds: { groups: Group },
  fields: ['metadata'],
  parameters: { groupId: id('Contact') },
})

export const createGroup = operation({
  id: 'createGroup',
  method: 'POST',
  paths: ['/groups'],
  summary: 'Creates a group',
  scopes: write,
  admin: true,
  kinds: { groups: Group },
  parameters: {
    title: filledText({ maxLength: 200 }),
    members: maybe(ids('Contact')),
    parent: maybe(id('Contact')),
    avatar: avatar(),
    metadata: maybe(metadataEntries()),
  },
})

export const modifyGroup = operation({
  id: 'modifyGroup',
  method: 'PUT',
  paths: ['/groups/{groupId}'],
  summary: 'Changes a group',
  scopes: write,
  admin: true,
  kinds: { groups: Group },
  parameters: {
    groupId: id('Contact'),
    title: maybe(filledText({ maxLength: 200 })),
    addMembers: maybe(ids('Contact')),
    removeMembers: maybe(ids('Contact')),
    addInvitations: maybe(ids('Invitation')),
    removeInvitations: maybe(ids('Invitation')),
    parent: maybe(id('Contact')),
    avatar: avatar(),
    metadata: maybe(metadataEntries()),
  },
})

export const modifyGroupsBulk = operation({
  id: 'modifyGroupsBulk',
  method: 'PUT',
  paths: ['/groups_bulk'],
  summary: 'Changes the members of several groups',
  scopes: write,
  admin: true,
  kinds: { groups: Group },
  parameters: {
    members: listOf(
      object({ id: id('Contact'), addMembers: maybe(ids('Contact')), removeMembers: maybe(ids('Contact')) }),
      { maxItems: 20 },
    ),
  },
})

export const deleteGroup = operation({
  id: 'deleteGroup',
  method: 'DELETE',
  paths: ['/groups/{groupId}'],
  summary: 'Deletes a group',
  description:
    'What was shared with it is no longer shared with its members. `test` only checks whether it is possible.',
  scopes: write,
  admin: true,
  kinds: { groups: Group },
  parameters: { groupId: id('Contact'), test: maybe(flag()) },
})
