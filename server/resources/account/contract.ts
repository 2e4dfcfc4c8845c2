import { Metadata, metadataEntries, metadataFilter } from '#contract/metadata.ts'
import {
  arrayOf,
  boolean,
  idText,
  instantText,
  integer,
  model,
  number,
  oneOfText,
  optional,
  string,
} from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { filledText, optional as maybe, oneOf } from '#contract/parameters.ts'
import { plans } from '#contract/plans.ts'
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

export const dateFormats = ['dd/MM/yyyy', 'MM/dd/yyyy'] as const
export const firstDaysOfWeek = ['Sat', 'Sun', 'Mon'] as const

export const Account = model('Account', {
  id: idText('Account'),
  name: string(),
  dateFormat: oneOfText(dateFormats),
  firstDayOfWeek: oneOfText(firstDaysOfWeek),
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
  summary: 'Changes the metadata and the settings of the account',
  description:
    '`name`, `dateFormat` and `firstDayOfWeek` are additions; the work days are those of the default work schedule.',
  scopes: writeScopes,
  admin: true,
  kinds: { accounts: Account },
  parameters: {
    metadata: maybe(metadataEntries()),
    name: maybe(filledText({ maxLength: 200 })),
    dateFormat: maybe(oneOf(dateFormats)),
    firstDayOfWeek: maybe(oneOf(firstDaysOfWeek)),
  },
})

const Seats = model('AccountSeats', {
  userTypeId: idText('UserType'),
  active: integer(),
  inactive: integer(),
  invited: integer(),
})

const PlanFeature = model('AccountFeature', {
  name: string(),
  title: string(),
  fromPlan: oneOfText(plans),
  included: boolean(),
})

export const AccountPlan = model(
  'AccountPlan',
  {
    plan: oneOfText(plans),
    suspended: boolean(),
    seats: arrayOf(Seats),
    files: integer(),
    fileBytes: integer(),
    largestFileBytes: integer(),
    requestsPerMinute: integer(),
    features: arrayOf(PlanFeature),
  },
  {
    description:
      'What an account has and uses: users by type, files with their bytes, the limits of the server for one file and for the requests of one person (0: none), and every feature with the smallest plan that has it. Neither users nor storage are limited.',
  },
)

export const getAccountPlan = operation({
  id: 'getAccountPlan',
  method: 'GET',
  paths: ['/account/plan'],
  summary: 'The plan of the account, and what it uses of it',
  description: 'Only whoever runs the server changes the plan.',
  scopes: readScopes,
  admin: true,
  addition: true,
  kinds: { accountPlan: AccountPlan },
  parameters: {},
})
