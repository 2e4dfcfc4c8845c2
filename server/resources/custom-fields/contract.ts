import { deprecated } from '#contract/deprecation.ts'
import {
  arrayOf,
  boolean,
  idText,
  idTexts,
  instantText,
  model,
  number,
  oneOfText,
  opaque,
  optional,
  string,
} from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import {
  anyObject,
  contactOrInvitation,
  filledText,
  flag,
  id,
  ids,
  integer,
  listOf,
  optional as maybe,
  nullable,
  object,
  oneOf,
  text,
} from '#contract/parameters.ts'
import { currencies } from './currencies.ts'

export const fieldTypes = [
  'Text',
  'DropDown',
  'Numeric',
  'Currency',
  'Percentage',
  'Date',
  'Duration',
  'Checkbox',
  'Contacts',
  'Multiple',
  'CalculatedNumeric',
  'CalculatedDate',
  'LinkToDatabase',
] as const
export type FieldType = (typeof fieldTypes)[number]
export const inheritanceTypes = ['All', 'Tasks', 'Projects', 'Folders'] as const
export const applicableTypes = ['WorkItem', 'User'] as const
export const aggregations = ['None', 'Sum', 'Average'] as const

export const CustomFieldOption = model('CustomFieldOption', { value: string(), color: optional(string()) })

export const CustomFieldSettings = model('CustomFieldSettings', {
  inheritanceType: oneOfText(inheritanceTypes),
  applicableEntityTypes: optional(arrayOf(oneOfText(applicableTypes))),
  decimalPlaces: optional(number()),
  useThousandsSeparator: optional(boolean()),
  currency: optional(oneOfText(currencies)),
  aggregation: optional(oneOfText(aggregations)),
  values: optional(arrayOf(string())),
  options: optional(arrayOf(CustomFieldOption)),
  optionColorsEnabled: optional(boolean()),
  allowOtherValues: optional(boolean()),
  contacts: optional(idTexts('Contact')),
  readOnly: boolean(),
  allowTime: optional(boolean()),
  timezone: optional(string()),
})

export const CustomField = model('CustomField', {
  id: idText('CustomField'),
  accountId: idText('Account'),
  title: string(),
  type: oneOfText(fieldTypes),
  spaceId: optional(idText('Space')),
  sharedIds: idTexts('Contact'),
  sharing: optional(opaque()),
  settings: optional(CustomFieldSettings),
  description: optional(string()),
  archived: optional(boolean()),
  archivedOn: optional(instantText()),
  archivedBy: optional(idText('Contact')),
  dataUsageStatistics: optional(opaque()),
})

const kinds = { customfields: CustomField }
const fields = ['dataUsageStatistics'] as const
const applicableEntityTypes = (description: string) => maybe(listOf(oneOf(applicableTypes), { description }))
const title = () => filledText({ maxLength: 1000 })
const option = () => filledText({ maxLength: 2000 })
const contacts = () => maybe(listOf(contactOrInvitation(), { maxItems: 1000 }))
const inFavourOfSharing = { since: '2026-11-25', instead: 'the parameter sharing' }
const sharing = () => maybe(anyObject({ description: 'Kept as it is' }))
const settings = () =>
  maybe(
    object(
      {
        inheritanceType: maybe(oneOf(inheritanceTypes)),
        applicableEntityTypes: maybe(listOf(oneOf(applicableTypes), { minItems: 1 })),
        decimalPlaces: maybe(integer({ minimum: 0, maximum: 10 })),
        useThousandsSeparator: maybe(flag()),
        currency: maybe(oneOf(currencies)),
        aggregation: maybe(oneOf(aggregations)),
        values: maybe(listOf(option(), { maxItems: 1000 })),
        options: maybe(
          listOf(object({ value: option(), color: maybe(filledText({ maxLength: 50 })) }), { maxItems: 1000 }),
        ),
        optionColorsEnabled: maybe(flag()),
        allowOtherValues: maybe(flag()),
        contacts: contacts(),
        allowTime: maybe(flag()),
        timezone: maybe(filledText({ maxLength: 100 })),
      },
      { description: 'Only those that the type of the field has; values and options are two forms of one list' },
    ),
  )

export const queryCustomFields = operation({
  id: 'queryCustomFields',
  method: 'GET',
  paths: ['/customfields'],
  summary: 'Custom fields of the account and of the spaces the caller sees',
  scopes: readScopes,
  kinds,
  fields,
  parameters: {
    applicableEntityTypes: applicableEntityTypes('Fields of work items unless User is named'),
    types: maybe(listOf(oneOf(fieldTypes))),
    inheritanceTypes: maybe(listOf(oneOf(inheritanceTypes))),
    title: maybe(text({ description: 'Part of the title, in any case' })),
  },
})

export const getCustomFieldsByIds = operation({
  id: 'getCustomFieldsByIds',
  method: 'GET',
  paths: ['/customfields/{customfieldIds}'],
  summary: 'Custom fields by id',
  scopes: readScopes,
  kinds,
  fields,
  parameters: {
    customfieldIds: ids('CustomField', { maxItems: 1000 }),
    applicableEntityTypes: applicableEntityTypes('All of them unless named'),
  },
})

export const querySpaceCustomFields = operation({
  id: 'querySpaceCustomFields',
  method: 'GET',
  paths: ['/spaces/{spaceId}/customfields'],
  summary: 'Custom fields that belong to a space',
  scopes: readScopes,
  kinds,
  fields,
  parameters: {
    spaceId: id('Space'),
    applicableEntityTypes: applicableEntityTypes('Fields of work items unless User is named'),
  },
})

export const createCustomField = operation({
  id: 'createCustomField',
  method: 'POST',
  paths: ['/customfields'],
  summary: 'Creates a custom field',
  description: 'Calculated fields and links to databases cannot be created through the API.',
  scopes: writeScopes,
  feature: 'customFields',
  kinds,
  parameters: {
    title: title(),
    type: oneOf(fieldTypes),
    spaceId: maybe(id('Space', { description: 'The space it belongs to; none for the whole account' })),
    sharing: sharing(),
    shareds: deprecated(contacts(), inFavourOfSharing),
    settings: settings(),
    description: maybe(text({ minLength: 0, maxLength: 2000 })),
  },
})

export const modifyCustomField = operation({
  id: 'modifyCustomField',
  method: 'PUT',
  paths: ['/customfields/{customfieldId}'],
  summary: 'Changes a custom field',
  description:
    'Settings that are not named stay. A new type takes over those that it has too. `archived`, an addition, takes a field out of use and brings it back; its values stay.',
  scopes: writeScopes,
  feature: 'customFields',
  kinds,
  parameters: {
    customfieldId: id('CustomField'),
    title: maybe(title()),
    type: maybe(oneOf(fieldTypes)),
    changeScope: maybe(oneOf(['Space', 'Account'], { description: 'Moves the field to a space or to the account' })),
    spaceId: maybe(nullable(id('Space'))),
    sharing: sharing(),
    addShareds: deprecated(contacts(), inFavourOfSharing),
    removeShareds: deprecated(contacts(), inFavourOfSharing),
    settings: settings(),
    addMirrors: maybe(listOf(anyObject(), { description: 'Of links to databases alone' })),
    removeMirrors: maybe(listOf(anyObject(), { description: 'Of links to databases alone' })),
    description: maybe(text({ minLength: 0, maxLength: 2000 })),
    archived: maybe(flag()),
  },
})

/** Items that one deletion takes a value from, in about 1.1 s with their events. */
export const mostCleared = 20_000

export const deleteCustomField = operation({
  id: 'deleteCustomField',
  method: 'DELETE',
  paths: ['/customfields/{customfieldId}'],
  summary: 'Deletes a custom field with all its values, for good',
  description: `Fields of the account are for admins, those of a space for the role Full there. \`dataUsageStatistics\` of the answer counts the tasks, folders and projects that have a value, whoever sees them; more than ${mostCleared} are refused, and the field is archived instead. Questions of request forms that asked for it become part of the description. \`test\` only counts.`,
  scopes: writeScopes,
  feature: 'customFields',
  addition: true,
  kinds,
  parameters: { customfieldId: id('CustomField'), test: maybe(flag()) },
})

export const orderCustomFields = operation({
  id: 'orderCustomFields',
  method: 'PUT',
  paths: ['/customfields_order'],
  summary: 'Orders the custom fields of the account',
  description: 'Those that are named come first in all lists, in this order; the others follow, oldest first.',
  scopes: writeScopes,
  admin: true,
  feature: 'customFields',
  addition: true,
  kinds,
  parameters: { customFields: ids('CustomField', { maxItems: 1000 }) },
})
