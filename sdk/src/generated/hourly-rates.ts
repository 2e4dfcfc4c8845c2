// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'
import type { ModifyContactRateSource } from './contacts.ts'

export type UpdateHourlyRatesRateType = 'Bill' | 'Cost' | 'bill' | 'cost' | 'BILL' | 'COST' | 'BillRate' | 'CostRate'

export interface HourlyRate {
  rateSubjectId: string
  rateSubjectType: 'User' | 'Placeholder' | 'JobRole'
  billRate?: RateValue
  costRate?: RateValue
}

export interface RateValue {
  rateScope: 'Account' | 'Project'
  rateSource: 'User' | 'Placeholder' | 'JobRole'
  rateValue?: number
}

export interface UserRateProvision {
  contact: string
  rateType: 'Bill' | 'Cost'
  rateValue?: number
  rateSource: 'User' | 'Placeholder' | 'JobRole'
}

/** What {@link queryHourlyRates} takes. */
export interface QueryHourlyRatesInput {
  contactIds?: string[]
  folderId?: string
  placeholderIds?: string[]
}

/** Rates of users, of placeholders, or of the team of a project. Rates of the account are for its admins. The rates of a project are for them and for the role Full in it; the latter see those that were set in the project. */
export const queryHourlyRates = /* @__PURE__ */ operation<QueryHourlyRatesInput, HourlyRate>({
  id: 'queryHourlyRates',
  method: 'GET',
  paths: ['/contacts/{contactIds}/hourly_rates', '/folders/{folderId}/hourly_rates', '/placeholders/{placeholderIds}/hourly_rates'],
})

/** What {@link queryJobRoleHourlyRates} takes. */
export interface QueryJobRoleHourlyRatesInput {
  jobroleIds: string[]
}

/** Rates of job roles */
export const queryJobRoleHourlyRates = /* @__PURE__ */ operation<QueryJobRoleHourlyRatesInput, HourlyRate>({
  id: 'queryJobRoleHourlyRates',
  method: 'GET',
  paths: ['/jobroles/{jobroleIds}/hourly_rates'],
})

/** What {@link updateHourlyRates} takes. */
export interface UpdateHourlyRatesInput {
  rates: ({
    /** Id of a user, a placeholder or a job role */
    rateSubjectId: string
    rateType: UpdateHourlyRatesRateType
    /** Of an hour; none where the source is the job role */
    rateValue?: number
    rateSource?: ModifyContactRateSource
  })[]
}

/** Sets rates of users, placeholders and job roles in the account. For account admins. A rate holds for work from today on; work before the first rate has that. */
export const updateHourlyRates = /* @__PURE__ */ operation<UpdateHourlyRatesInput, HourlyRate>({
  id: 'updateHourlyRates',
  method: 'PUT',
  paths: ['/hourly_rates'],
})

/** What {@link updateProjectHourlyRates} takes. */
export interface UpdateProjectHourlyRatesInput {
  folderId: string
  rates: ({
    /** Id of a user, a placeholder or a job role */
    rateSubjectId: string
    rateType: UpdateHourlyRatesRateType
    /** Of an hour; none where the source is the job role */
    rateValue?: number
    rateSource?: ModifyContactRateSource
  })[]
  /** true: the rates hold for all work of the project, not only from today on */
  enableCalculations?: boolean
}

/** Sets rates that hold in one project only. For account admins and for the role Full in the project. */
export const updateProjectHourlyRates = /* @__PURE__ */ operation<UpdateProjectHourlyRatesInput, HourlyRate>({
  id: 'updateProjectHourlyRates',
  method: 'PUT',
  paths: ['/folders/{folderId}/hourly_rates'],
})

/** What {@link excludeProjectTeamMembers} takes. */
export interface ExcludeProjectTeamMembersInput {
  folderId: string
  rateSubjects: string[]
}

/** Takes users and placeholders out of the team of a project, with the rates they had in it */
export const excludeProjectTeamMembers = /* @__PURE__ */ operation<ExcludeProjectTeamMembersInput, HourlyRate>({
  id: 'excludeProjectTeamMembers',
  method: 'DELETE',
  paths: ['/folders/{folderId}/project_team_members'],
})

/** What {@link provisionHourlyRates} takes. */
export interface ProvisionHourlyRatesInput {
  contactIds: string[]
  userRates: ({
    contact: string
    rateType: UpdateHourlyRatesRateType
    /** Of an hour; none where the source is the job role */
    rateValue?: number
    rateSource: ModifyContactRateSource
  })[]
}

/** Sets rates of users in the account, the older way. For account admins. */
export const provisionHourlyRates = /* @__PURE__ */ operation<ProvisionHourlyRatesInput, UserRateProvision>({
  id: 'provisionHourlyRates',
  method: 'PUT',
  paths: ['/contacts/{contactIds}/hourly_rates_provision'],
})
