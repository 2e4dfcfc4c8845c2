// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { Metadata } from './account.ts'
import type { ViewFieldFilterComparator } from './views.ts'

export type QueryContactsField =
  | 'metadata'
  | 'currentCostRate'
  | 'currentBillRate'
  | 'customFields'
  | 'jobRoleId'
  | 'workScheduleId'

export type ModifyContactRateSource =
  | 'User'
  | 'Placeholder'
  | 'JobRole'
  | 'user'
  | 'placeholder'
  | 'jobRole'
  | 'USER'
  | 'PLACEHOLDER'
  | 'JOB_ROLE'

export interface Contact {
  id: string
  firstName: string
  lastName: string
  type: 'Person' | 'Group' | 'Asset' | 'Robot'
  profiles: UserProfile[]
  avatarUrl: string
  timezone: string
  locale: string
  deleted: boolean
  me?: boolean
  memberIds?: string[]
  metadata?: Metadata[]
  myTeam?: boolean
  title?: string
  companyName?: string
  phone?: string
  location?: string
  primaryEmail?: string
  workScheduleId?: string
  currentBillRate?: UserRate
  currentCostRate?: UserRate
  jobRoleId?: string
  customFields?: CustomFieldValue[]
}

export interface UserProfile {
  accountId: string
  email?: string
  role: 'User' | 'Collaborator'
  external: boolean
  admin: boolean
  owner: boolean
  active: boolean
}

export interface UserRate {
  rateSource: string
  rateValue?: number
}

export interface CustomFieldValue {
  id: string
  value: string
}

export interface ContactHistory {
  id: string
  billRateHistory?: BudgetRateHistoryItem[]
  costRateHistory?: BudgetRateHistoryItem[]
}

export interface BudgetRateHistoryItem {
  rateSource: string
  rateValue: number
  startDate: string
  endDate?: string
}

/** What {@link queryContacts} takes. */
export interface QueryContactsInput {
  me?: true
  metadata?: {
    key: string
    value?: string
  }
  deleted?: boolean
  customFields?: ({
    id: string
    comparator?: ViewFieldFilterComparator
    value?: string
    minValue?: string
    maxValue?: string
    values?: string[]
  })[]
  emails?: string[]
  active?: boolean
  name?: string
  types?: ('Person' | 'Group' | 'Asset' | 'Robot')[]
  /** Members that come only when they are asked for. */
  fields?: QueryContactsField[]
}

/** Users and groups of the account. External users and collaborators see only people with common items. `me` counts by being there. */
export const queryContacts = /* @__PURE__ */ operation<QueryContactsInput, Contact>({
  id: 'queryContacts',
  method: 'GET',
  paths: ['/contacts'],
})

/** What {@link getContactsByIds} takes. */
export interface GetContactsByIdsInput {
  contactIds: string[]
  metadata?: {
    key: string
    value?: string
  }
  types?: ('Person' | 'Group' | 'Asset' | 'Robot')[]
  /** Members that come only when they are asked for. */
  fields?: QueryContactsField[]
}

/** Contacts by id */
export const getContactsByIds = /* @__PURE__ */ operation<GetContactsByIdsInput, Contact>({
  id: 'getContactsByIds',
  method: 'GET',
  paths: ['/contacts/{contactIds}'],
})

/** What {@link queryContactsHistory} takes. */
export interface QueryContactsHistoryInput {
  contactIds: string[]
  updatedDate?: {
    start?: string
    end?: string
  }
  /** Members that come only when they are asked for. */
  fields?: ('billRate' | 'costRate')[]
}

/** Rates of users, over time. For account admins. `updatedDate` is a window of the changes. Only what `fields` names comes. */
export const queryContactsHistory = /* @__PURE__ */ operation<QueryContactsHistoryInput, ContactHistory>({
  id: 'queryContactsHistory',
  method: 'GET',
  paths: ['/contacts/{contactIds}/contacts_history'],
})

/** What {@link modifyContact} takes. */
export interface ModifyContactInput {
  contactId: string
  metadata?: ({
    key: string
    value?: string | null
  })[]
  currentBillRate?: {
    rateSource: ModifyContactRateSource
    rateValue?: number
  }
  currentCostRate?: {
    rateSource: ModifyContactRateSource
    rateValue?: number
  }
  jobRoleId?: string
  customFields?: ({
    id: string
    value?: string | null
  })[]
  /** Members that come only when they are asked for. */
  fields?: ('currentCostRate' | 'currentBillRate' | 'customFields' | 'jobRoleId')[]
}

/** Changes the own contact, or as an admin that of a group, or job role and rates of a user */
export const modifyContact = /* @__PURE__ */ operation<ModifyContactInput, Contact>({
  id: 'modifyContact',
  method: 'PUT',
  paths: ['/contacts/{contactId}'],
})
