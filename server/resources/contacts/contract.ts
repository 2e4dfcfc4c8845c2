import { CustomFieldValue, customFieldFilter, customFieldValues } from '#contract/custom-field-value.ts'
import { Metadata, metadataEntries, metadataFilter } from '#contract/metadata.ts'
import { arrayOf, boolean, idText, idTexts, model, number, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import {
  number as amount,
  flag,
  id,
  ids,
  listOf,
  optional as maybe,
  object,
  oneOf,
  presence,
  text,
} from '#contract/parameters.ts'
import { rateSources } from '../hourly-rates/contract.ts'

export { queryContactsHistory } from './contract-history.ts'

export const contactTypes = ['Person', 'Group', 'Asset', 'Robot'] as const

export const UserProfile = model('UserProfile', {
  accountId: idText('Account'),
  email: optional(string()),
  role: oneOfText(['User', 'Collaborator']),
  external: boolean(),
  admin: boolean(),
  owner: boolean(),
  active: boolean(),
})

const UserRate = model('UserRate', { rateSource: string(), rateValue: optional(number()) })

/** What contacts and users have alike. */
export const person = {
  id: idText('Contact'),
  firstName: string(),
  lastName: string(),
  type: oneOfText(contactTypes),
  profiles: arrayOf(UserProfile),
  avatarUrl: string(),
  timezone: string(),
  locale: string(),
  deleted: boolean(),
  me: optional(boolean()),
  memberIds: optional(idTexts('Contact')),
  metadata: optional(arrayOf(Metadata)),
  myTeam: optional(boolean()),
  title: optional(string()),
  companyName: optional(string()),
  phone: optional(string()),
  location: optional(string()),
  primaryEmail: optional(string()),
}

export const Contact = model('Contact', {
  ...person,
  workScheduleId: optional(idText('WorkSchedule')),
  currentBillRate: optional(UserRate),
  currentCostRate: optional(UserRate),
  jobRoleId: optional(idText('JobRole')),
  customFields: optional(arrayOf(CustomFieldValue)),
})

const fields = [
  'metadata',
  'currentCostRate',
  'currentBillRate',
  'customFields',
  'jobRoleId',
  'workScheduleId',
] as const
const types = () => maybe(listOf(oneOf(contactTypes)))
const rate = () => maybe(object({ rateSource: oneOf(rateSources), rateValue: maybe(amount({ minimum: 0 })) }))

export const queryContacts = operation({
  id: 'queryContacts',
  method: 'GET',
  paths: ['/contacts'],
  summary: 'Users and groups of the account',
  description: 'External users and collaborators see only people with common items. `me` counts by being there.',
  scopes: readScopes,
  kinds: { contacts: Contact },
  fields,
  parameters: {
    me: maybe(presence()),
    metadata: maybe(metadataFilter()),
    deleted: maybe(flag()),
    customFields: maybe(listOf(customFieldFilter())),
    emails: maybe(listOf(text({ minLength: 1 }), { maxItems: 100 })),
    active: maybe(flag()),
    name: maybe(text({ minLength: 1 })),
    types: types(),
  },
})

export const getContactsByIds = operation({
  id: 'getContactsByIds',
  method: 'GET',
  paths: ['/contacts/{contactIds}'],
  summary: 'Contacts by id',
  scopes: readScopes,
  kinds: { contacts: Contact },
  fields,
  parameters: { contactIds: ids('Contact', { maxItems: 1000 }), metadata: maybe(metadataFilter()), types: types() },
})

export const modifyContact = operation({
  id: 'modifyContact',
  method: 'PUT',
  paths: ['/contacts/{contactId}'],
  summary: 'Changes the own contact, or as an admin that of a group, or job role and rates of a user',
  scopes: writeScopes,
  kinds: { contacts: Contact },
  fields: ['currentCostRate', 'currentBillRate', 'customFields', 'jobRoleId'],
  parameters: {
    contactId: id('Contact'),
    metadata: maybe(metadataEntries()),
    currentBillRate: rate(),
    currentCostRate: rate(),
    jobRoleId: maybe(id('JobRole')),
    customFields: maybe(customFieldValues()),
  },
})
