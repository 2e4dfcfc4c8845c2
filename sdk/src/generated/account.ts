// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { CustomField } from './custom-fields.ts'

export type AccountWorkDay = 'Sun' | 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat'

export type SubscriptionType = 'Free' | 'Premium' | 'Business' | 'CreativeBusiness' | 'Enterprise' | 'CreativeEnterprise'

export type CustomFieldType =
  | 'Text'
  | 'DropDown'
  | 'Numeric'
  | 'Currency'
  | 'Percentage'
  | 'Date'
  | 'Duration'
  | 'Checkbox'
  | 'Contacts'
  | 'Multiple'
  | 'CalculatedNumeric'
  | 'CalculatedDate'
  | 'LinkToDatabase'

export type CustomFieldSettingsCurrency =
  | 'USD'
  | 'EUR'
  | 'GBP'
  | 'RUB'
  | 'BRL'
  | 'AED'
  | 'ARS'
  | 'BYR'
  | 'CAD'
  | 'CLP'
  | 'COP'
  | 'CZK'
  | 'DKK'
  | 'HKD'
  | 'HUF'
  | 'INR'
  | 'IDR'
  | 'ILS'
  | 'JPY'
  | 'KRW'
  | 'MYR'
  | 'MXN'
  | 'NZD'
  | 'NOK'
  | 'PEN'
  | 'PHP'
  | 'PLN'
  | 'QAR'
  | 'RON'
  | 'SAR'
  | 'SGD'
  | 'ZAR'
  | 'SEK'
  | 'CHF'
  | 'TWD'
  | 'THB'
  | 'TRY'
  | 'UAH'
  | 'VND'
  | 'CNY'
  | 'AUD'
  | 'AMD'
  | 'BWP'

export type AccountPlanPlan = 'Free' | 'Team' | 'Business' | 'Enterprise' | 'Pinnacle'

export interface Account {
  id: string
  name: string
  dateFormat: 'dd/MM/yyyy' | 'MM/dd/yyyy'
  firstDayOfWeek: 'Sat' | 'Sun' | 'Mon'
  workDays: AccountWorkDay[]
  rootFolderId: string
  recycleBinId: string
  createdDate: string
  joinedDate: string
  subscription?: Subscription
  metadata?: Metadata[]
  customFields?: CustomField[]
}

export interface Subscription {
  type: SubscriptionType
  suspended: boolean
  paid?: boolean
  userLimit?: number
}

export interface Metadata {
  key: string
  value: string
}

export interface CustomFieldSettings {
  inheritanceType: 'All' | 'Tasks' | 'Projects' | 'Folders'
  applicableEntityTypes?: ('WorkItem' | 'User')[]
  decimalPlaces?: number
  useThousandsSeparator?: boolean
  currency?: CustomFieldSettingsCurrency
  aggregation?: 'None' | 'Sum' | 'Average'
  values?: string[]
  options?: CustomFieldOption[]
  optionColorsEnabled?: boolean
  allowOtherValues?: boolean
  contacts?: string[]
  readOnly: boolean
  allowTime?: boolean
  timezone?: string
}

export interface CustomFieldOption {
  value: string
  color?: string
}

/** What an account has and uses: users by type, files with their bytes, the limits of the server for one file and for the requests of one person (0: none), and every feature with the smallest plan that has it. Neither users nor storage are limited. */
export interface AccountPlan {
  plan: AccountPlanPlan
  suspended: boolean
  seats: AccountSeats[]
  files: number
  fileBytes: number
  largestFileBytes: number
  requestsPerMinute: number
  features: AccountFeature[]
}

export interface AccountSeats {
  userTypeId: string
  active: number
  inactive: number
  invited: number
}

export interface AccountFeature {
  name: string
  title: string
  fromPlan: AccountPlanPlan
  included: boolean
}

/** What {@link getAccount} takes. */
export interface GetAccountInput {
  metadata?: {
    key: string
    value?: string
  }
  /** Members that come only when they are asked for. */
  fields?: ('subscription' | 'metadata' | 'customFields')[]
}

/** The account of the token. With a metadata filter that does not match, the answer is empty. */
export const getAccount = /* @__PURE__ */ operation<GetAccountInput, Account>({
  id: 'getAccount',
  method: 'GET',
  paths: ['/account'],
})

/** What {@link modifyAccount} takes. */
export interface ModifyAccountInput {
  metadata?: ({
    key: string
    value?: string | null
  })[]
  name?: string
  dateFormat?: 'dd/MM/yyyy' | 'MM/dd/yyyy'
  firstDayOfWeek?: 'Sat' | 'Sun' | 'Mon'
}

/** Changes the metadata and the settings of the account. `name`, `dateFormat` and `firstDayOfWeek` are additions; the work days are those of the default work schedule. */
export const modifyAccount = /* @__PURE__ */ operation<ModifyAccountInput, Account>({
  id: 'modifyAccount',
  method: 'PUT',
  paths: ['/account'],
})

/** What {@link getAccountPlan} takes. */
export interface GetAccountPlanInput {
}

/** The plan of the account, and what it uses of it. Only whoever runs the server changes the plan. */
export const getAccountPlan = /* @__PURE__ */ operation<GetAccountPlanInput, AccountPlan>({
  id: 'getAccountPlan',
  method: 'GET',
  paths: ['/account/plan'],
})
