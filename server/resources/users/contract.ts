import { deprecated } from '#contract/deprecation.ts'
import { idText, model, optional } from '#contract/model.ts'
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
  description: 'One of profile, userTypeId and active in a call.',
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
