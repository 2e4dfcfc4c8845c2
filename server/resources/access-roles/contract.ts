import { idText, model, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'

export const AccessRole = model('AccessRole', { id: idText('AccessRole'), title: string(), description: string() })

export const queryAccessRoles = operation({
  id: 'queryAccessRoles',
  method: 'GET',
  paths: ['/access_roles'],
  summary: 'Roles that people may have in spaces, folders and projects',
  scopes: ['amReadOnlyAccessRole'],
  feature: 'accessRoles',
  kinds: { accessRoles: AccessRole },
  parameters: {},
})
