import { boolean, idText, instantText, model, string } from '#contract/model.ts'
import { operation, writeScopes } from '#contract/operation.ts'
import { id, optional, text } from '#contract/parameters.ts'

/** Fields of the system that can cascade: from tasks both, from projects their contract type as `billingType`. */
export const cascadingSystemFields = ['importance', 'billingType'] as const

export const CascadingFieldSetting = model('CascadingFieldSetting', {
  systemField: boolean(),
  fieldId: string(),
  enabledBy: idText('Contact'),
  enabledAt: instantText(),
})

const paths = ['/folders/{folderId}/cascading_field_settings', '/tasks/{taskId}/cascading_field_settings'] as const
const parameters = {
  folderId: optional(id('Folder')),
  taskId: optional(id('Task')),
  fieldId: text({ minLength: 1, description: 'Id of a custom field, importance or billingType' }),
}

export const createCascadingFieldSetting = operation({
  id: 'createCascadingFieldSetting',
  method: 'POST',
  paths,
  summary: 'Lets the value of a field flow down to all below a folder or task',
  description: 'At once, with every later change, and into whatever is put below.',
  scopes: writeScopes,
  feature: 'cascadingFields',
  kinds: { cascadingFieldSettings: CascadingFieldSetting },
  parameters,
})

export const deleteCascadingFieldSetting = operation({
  id: 'deleteCascadingFieldSetting',
  method: 'DELETE',
  paths,
  summary: 'Ends the cascade of a field',
  description: 'Values that have flowed down stay. The answer is the setting that is over.',
  scopes: writeScopes,
  feature: 'cascadingFields',
  kinds: { cascadingFieldSettings: CascadingFieldSetting },
  parameters,
})
