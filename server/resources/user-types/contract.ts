import { idText, model, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'

export const UserType = model('UserType', { id: idText('UserType'), title: string(), description: string() })

export const queryUserTypes = operation({
  id: 'queryUserTypes',
  method: 'GET',
  paths: ['/user_types'],
  summary: 'What users of an account may be',
  scopes: ['amReadOnlyAccessRole'],
  feature: 'userTypes',
  kinds: { userTypes: UserType },
  parameters: {},
})
