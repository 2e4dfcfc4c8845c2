import { deprecated } from '#contract/deprecation.ts'
import { idText, idTexts, integer, model, optional } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { flag, id, ids, optional as maybe, object, oneOf } from '#contract/parameters.ts'
import { person } from '../contacts/contract.ts'

export const User = model('User', { ...person, userTypeId: optional(idText('UserType')) })

export const getUser = operation({
  id: 'getUser',
  method: 'GET',
  paths: ['/users/{userId}'],
  summary: 'One user of the account',
  scopes: ['amReadOnlyUser', 'amReadWriteUser'],
  kinds: { users: User },
  parameters: { userId: id('Contact') },
})

export const modifyUser = operation({
  id: 'modifyUser',
  method: 'PUT',
  paths: ['/users/{userId}'],
  summary: 'Changes the type of a user, or switches it off and on',
  description:
    'One of profile, userTypeId and active in a call. `handOverTo`, an addition, goes with active false: that user takes the place of this one as in deleteUser.',
  scopes: ['amReadWriteUser'],
  admin: true,
  kinds: { users: User },
  parameters: {
    userId: id('Contact'),
    profile: deprecated(
      maybe(object({ accountId: id('Account'), role: oneOf(['User', 'Collaborator']), external: maybe(flag()) })),
      { since: '2026-11-25', instead: 'the parameter userTypeId' },
    ),
    userTypeId: maybe(id('UserType')),
    active: maybe(flag()),
    handOverTo: maybe(id('Contact')),
  },
})

export const modifyUsersBulk = operation({
  id: 'modifyUsersBulk',
  method: 'PUT',
  paths: ['/users/{userIds}'],
  summary: 'Switches several users off or on',
  bulkOf: 'modifyUser',
  scopes: ['amReadWriteUser'],
  admin: true,
  kinds: { users: User },
  parameters: { userIds: ids('Contact', { maxItems: 100 }), active: maybe(flag()) },
})

export const deleteUser = operation({
  id: 'deleteUser',
  method: 'DELETE',
  paths: ['/users/{userId}'],
  summary: 'Removes a user from the account',
  description:
    'Ends all access at once: tokens, groups, what is shared with the user. `handOverTo` takes the place of the user: it gets what was shared, becomes responsible for tasks that are not finished, owner of projects and keeper of request forms. Without it nobody does, and the call is refused while nobody else reaches something that is shared with the user. The personal space stays, and is the user’s again after another invitation.',
  scopes: ['amReadWriteUser'],
  admin: true,
  addition: true,
  kinds: { users: User },
  parameters: { userId: id('Contact'), handOverTo: maybe(id('Contact')) },
})

export const UserWork = model(
  'UserWork',
  {
    userId: idText('Contact'),
    groupIds: idTexts('Contact'),
    activeTasks: integer(),
    projects: integer(),
    spaces: integer(),
    requestForms: integer(),
    reachedByNobodyElse: integer(),
  },
  {
    description:
      'What a user has in the whole account: groups; tasks that are not finished; living projects the user owns; spaces the user is a member of; request forms the user keeps; and how many folders and tasks are shared with nobody else.',
  },
)

export const getUserWork = operation({
  id: 'getUserWork',
  method: 'GET',
  paths: ['/users/{userId}/work'],
  summary: 'What a user has, before it is handed over',
  scopes: ['amReadOnlyUser', 'amReadWriteUser'],
  admin: true,
  addition: true,
  kinds: { userWork: UserWork },
  parameters: { userId: id('Contact') },
})
