import { arrayOf, idText, model, optional, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'

export const UserType = model('UserType', {
  id: idText('UserType'),
  title: string(),
  description: string(),
  permissions: optional(arrayOf(string())),
})

export const queryUserTypes = operation({
  id: 'queryUserTypes',
  method: 'GET',
  paths: ['/user_types'],
  summary: 'What users of an account may be',
  description:
    '`permissions`, an addition, names what users of a type may do: with what is shared with them, as far as their role there permits it, and with the account.',
  scopes: ['amReadOnlyAccessRole'],
  fields: ['permissions'],
  feature: 'userTypes',
  kinds: { userTypes: UserType },
  parameters: {},
})
