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
}

/** Changes the metadata of the account */
export const modifyAccount = /* @__PURE__ */ operation<ModifyAccountInput, Account>({
  id: 'modifyAccount',
  method: 'PUT',
  paths: ['/account'],
})
