import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { createCascadingFieldSetting } from './create-cascading-field-setting.ts'
import { deleteCascadingFieldSetting } from './delete-cascading-field-setting.ts'

export const cascadingFields = bind(contract, { createCascadingFieldSetting, deleteCascadingFieldSetting })
