import { arrayOf, idText, model, optional, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'

export const AccessRole = model('AccessRole', {
  id: idText('AccessRole'),
  title: string(),
  description: string(),
  permissions: optional(arrayOf(string())),
})

export const queryAccessRoles = operation({
  id: 'queryAccessRoles',
  method: 'GET',
  paths: ['/access_roles'],
  summary: 'Roles that people may have in spaces, folders and projects',
  description: '`permissions`, an addition, names what a role permits; the type of user caps it.',
  scopes: ['amReadOnlyAccessRole'],
  fields: ['permissions'],
  feature: 'accessRoles',
  kinds: { accessRoles: AccessRole },
  parameters: {},
})
