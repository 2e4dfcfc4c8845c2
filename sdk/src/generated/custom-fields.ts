// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { CustomFieldSettings, CustomFieldSettingsCurrency, CustomFieldType } from './account.ts'

export interface CustomField {
  id: string
  accountId: string
  title: string
  type: CustomFieldType
  spaceId?: string
  sharedIds: string[]
  sharing?: Record<string, unknown>
  settings?: CustomFieldSettings
  description?: string
  archived?: boolean
  archivedOn?: string
  archivedBy?: string
  dataUsageStatistics?: Record<string, unknown>
}

/** What {@link queryCustomFields} takes. */
export interface QueryCustomFieldsInput {
  /** Fields of work items unless User is named */
  applicableEntityTypes?: ('WorkItem' | 'User')[]
  types?: CustomFieldType[]
  inheritanceTypes?: ('All' | 'Tasks' | 'Projects' | 'Folders')[]
  /** Part of the title, in any case */
  title?: string
  /** Members that come only when they are asked for. */
  fields?: 'dataUsageStatistics'[]
}

/** Custom fields of the account and of the spaces the caller sees */
export const queryCustomFields = /* @__PURE__ */ operation<QueryCustomFieldsInput, CustomField>({
  id: 'queryCustomFields',
  method: 'GET',
  paths: ['/customfields'],
})

/** What {@link getCustomFieldsByIds} takes. */
export interface GetCustomFieldsByIdsInput {
  customfieldIds: string[]
  /** All of them unless named */
  applicableEntityTypes?: ('WorkItem' | 'User')[]
  /** Members that come only when they are asked for. */
  fields?: 'dataUsageStatistics'[]
}

/** Custom fields by id */
export const getCustomFieldsByIds = /* @__PURE__ */ operation<GetCustomFieldsByIdsInput, CustomField>({
  id: 'getCustomFieldsByIds',
  method: 'GET',
  paths: ['/customfields/{customfieldIds}'],
})

/** What {@link querySpaceCustomFields} takes. */
export interface QuerySpaceCustomFieldsInput {
  spaceId: string
  /** Fields of work items unless User is named */
  applicableEntityTypes?: ('WorkItem' | 'User')[]
  /** Members that come only when they are asked for. */
  fields?: 'dataUsageStatistics'[]
}

/** Custom fields that belong to a space */
export const querySpaceCustomFields = /* @__PURE__ */ operation<QuerySpaceCustomFieldsInput, CustomField>({
  id: 'querySpaceCustomFields',
  method: 'GET',
  paths: ['/spaces/{spaceId}/customfields'],
})

/** What {@link createCustomField} takes. */
export interface CreateCustomFieldInput {
  title: string
  type: CustomFieldType
  /** The space it belongs to; none for the whole account */
  spaceId?: string
  /** Kept as it is */
  sharing?: Record<string, unknown>
  /** @deprecated Deprecated since 2026-11-25. Instead: the parameter sharing. */
  shareds?: string[]
  /** Only those that the type of the field has; values and options are two forms of one list */
  settings?: {
    inheritanceType?: 'All' | 'Tasks' | 'Projects' | 'Folders'
    applicableEntityTypes?: ('WorkItem' | 'User')[]
    decimalPlaces?: number
    useThousandsSeparator?: boolean
    currency?: CustomFieldSettingsCurrency
    aggregation?: 'None' | 'Sum' | 'Average'
    values?: string[]
    options?: ({
      value: string
      color?: string
    })[]
    optionColorsEnabled?: boolean
    allowOtherValues?: boolean
    contacts?: string[]
    allowTime?: boolean
    timezone?: string
  }
  description?: string
}

/** Creates a custom field. Calculated fields and links to databases cannot be created through the API. */
export const createCustomField = /* @__PURE__ */ operation<CreateCustomFieldInput, CustomField>({
  id: 'createCustomField',
  method: 'POST',
  paths: ['/customfields'],
})

/** What {@link modifyCustomField} takes. */
export interface ModifyCustomFieldInput {
  customfieldId: string
  title?: string
  type?: CustomFieldType
  /** Moves the field to a space or to the account */
  changeScope?: 'Space' | 'Account'
  spaceId?: string | null
  /** Kept as it is */
  sharing?: Record<string, unknown>
  /** @deprecated Deprecated since 2026-11-25. Instead: the parameter sharing. */
  addShareds?: string[]
  /** @deprecated Deprecated since 2026-11-25. Instead: the parameter sharing. */
  removeShareds?: string[]
  /** Only those that the type of the field has; values and options are two forms of one list */
  settings?: {
    inheritanceType?: 'All' | 'Tasks' | 'Projects' | 'Folders'
    applicableEntityTypes?: ('WorkItem' | 'User')[]
    decimalPlaces?: number
    useThousandsSeparator?: boolean
    currency?: CustomFieldSettingsCurrency
    aggregation?: 'None' | 'Sum' | 'Average'
    values?: string[]
    options?: ({
      value: string
      color?: string
    })[]
    optionColorsEnabled?: boolean
    allowOtherValues?: boolean
    contacts?: string[]
    allowTime?: boolean
    timezone?: string
  }
  /** Of links to databases alone */
  addMirrors?: (Record<string, unknown>)[]
  /** Of links to databases alone */
  removeMirrors?: (Record<string, unknown>)[]
  description?: string
  archived?: boolean
}

/** Changes a custom field. Settings that are not named stay. A new type takes over those that it has too. `archived`, an addition, takes a field out of use and brings it back; its values stay. */
export const modifyCustomField = /* @__PURE__ */ operation<ModifyCustomFieldInput, CustomField>({
  id: 'modifyCustomField',
  method: 'PUT',
  paths: ['/customfields/{customfieldId}'],
})

/** What {@link deleteCustomField} takes. */
export interface DeleteCustomFieldInput {
  customfieldId: string
  test?: boolean
}

/** Deletes a custom field with all its values, for good. Fields of the account are for admins, those of a space for the role Full there. `dataUsageStatistics` of the answer counts the tasks, folders and projects that have a value, whoever sees them; more than 20000 are refused, and the field is archived instead. Questions of request forms that asked for it become part of the description. `test` only counts. */
export const deleteCustomField = /* @__PURE__ */ operation<DeleteCustomFieldInput, CustomField>({
  id: 'deleteCustomField',
  method: 'DELETE',
  paths: ['/customfields/{customfieldId}'],
})

/** What {@link orderCustomFields} takes. */
export interface OrderCustomFieldsInput {
  customFields: string[]
}

/** Orders the custom fields of the account. Those that are named come first in all lists, in this order; the others follow, oldest first. */
export const orderCustomFields = /* @__PURE__ */ operation<OrderCustomFieldsInput, CustomField>({
  id: 'orderCustomFields',
  method: 'PUT',
  paths: ['/customfields_order'],
})
