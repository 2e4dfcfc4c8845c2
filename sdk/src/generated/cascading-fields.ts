// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface CascadingFieldSetting {
  systemField: boolean
  fieldId: string
  enabledBy: string
  enabledAt: string
}

/** What {@link createCascadingFieldSetting} takes. */
export interface CreateCascadingFieldSettingInput {
  folderId?: string
  taskId?: string
  /** Id of a custom field, importance or billingType */
  fieldId: string
}

/** Lets the value of a field flow down to all below a folder or task. At once, with every later change, and into whatever is put below. */
export const createCascadingFieldSetting = /* @__PURE__ */ operation<CreateCascadingFieldSettingInput, CascadingFieldSetting>({
  id: 'createCascadingFieldSetting',
  method: 'POST',
  paths: ['/folders/{folderId}/cascading_field_settings', '/tasks/{taskId}/cascading_field_settings'],
})

/** What {@link deleteCascadingFieldSetting} takes. */
export interface DeleteCascadingFieldSettingInput {
  folderId?: string
  taskId?: string
  /** Id of a custom field, importance or billingType */
  fieldId: string
}

/** Ends the cascade of a field. Values that have flowed down stay. The answer is the setting that is over. */
export const deleteCascadingFieldSetting = /* @__PURE__ */ operation<DeleteCascadingFieldSettingInput, CascadingFieldSetting>({
  id: 'deleteCascadingFieldSetting',
  method: 'DELETE',
  paths: ['/folders/{folderId}/cascading_field_settings', '/tasks/{taskId}/cascading_field_settings'],
})
