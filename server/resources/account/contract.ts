import { Metadata, metadataEntries, metadataFilter } from '#contract/metadata.ts'
import { arrayOf, boolean, idText, instantText, model, number, oneOfText, optional, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { optional as maybe } from '#contract/parameters.ts'
import { weekDayTexts } from '#contract/work-days.ts'
import { CustomField } from '../custom-fields/contract.ts'

/** Names of plans as the API has had them since 2020. */
export const subscriptionTypes = [
  'Free',
  'Premium',
  'Business',
  'CreativeBusiness',
  'Enterprise',
  'CreativeEnterprise',
] as const

const Subscription = model('Subscription', {
  type: oneOfText(subscriptionTypes),
  suspended: boolean(),
  paid: optional(boolean()),
  userLimit: optional(number()),
})

export const Account = model('Account', {
  id: idText('Account'),
  name: string(),
  dateFormat: oneOfText(['dd/MM/yyyy', 'MM/dd/yyyy']),
  firstDayOfWeek: oneOfText(['Sat', 'Sun', 'Mon']),
  workDays: weekDayTexts(),
  rootFolderId: idText('Folder'),
  recycleBinId: idText('Folder'),
  createdDate: instantText(),
  joinedDate: instantText(),
  subscription: optional(Subscription),
  metadata: optional(arrayOf(Metadata)),
  customFields: optional(arrayOf(CustomField)),
})

export const getAccount = operation({
  id: 'getAccount',
  method: 'GET',
  paths: ['/account'],
  summary: 'The account of the token',
  description: 'With a metadata filter that does not match, the answer is empty.',
  scopes: readScopes,
  kinds: { accounts: Account },
  fields: ['subscription', 'metadata', 'customFields'],
  parameters: { metadata: maybe(metadataFilter()) },
})

export const modifyAccount = operation({
  id: 'modifyAccount',
  method: 'PUT',
  paths: ['/account'],
  summary: 'Changes the metadata of the account',
  scopes: writeScopes,
  admin: true,
  kinds: { accounts: Account },
  parameters: { metadata: maybe(metadataEntries()) },
})
