import { idText, optional as member, model, number, oneOfText, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { number as amount, flag, id, ids, listOf, object, oneOf, optional, text } from '#contract/parameters.ts'

const subjectTypes = ['User', 'Placeholder', 'JobRole'] as const

/** How clients may write bill and cost: no source says it, so the likely spellings are taken. */
export const rateTypes = ['Bill', 'Cost', 'bill', 'cost', 'BILL', 'COST', 'BillRate', 'CostRate'] as const
export const rateSources = [
  ...subjectTypes,
  'user',
  'placeholder',
  'jobRole',
  'USER',
  'PLACEHOLDER',
  'JOB_ROLE',
] as const

const RateValue = model('RateValue', {
  rateScope: oneOfText(['Account', 'Project']),
  rateSource: oneOfText(subjectTypes),
  rateValue: member(number()),
})

export const HourlyRate = model('HourlyRate', {
  rateSubjectId: string(),
  rateSubjectType: oneOfText(subjectTypes),
  billRate: member(RateValue),
  costRate: member(RateValue),
})

export const UserRateProvision = model('UserRateProvision', {
  contact: idText('Contact'),
  rateType: oneOfText(['Bill', 'Cost']),
  rateValue: member(number()),
  rateSource: oneOfText(subjectTypes),
})

const kinds = { hourlyRates: HourlyRate }
const write = { scopes: writeScopes, feature: 'billing' } as const
const value = () => optional(amount({ minimum: 0, description: 'Of an hour; none where the source is the job role' }))
const rates = () =>
  listOf(
    object({
      rateSubjectId: text({ minLength: 1, description: 'Id of a user, a placeholder or a job role' }),
      rateType: oneOf(rateTypes),
      rateValue: value(),
      rateSource: optional(oneOf(rateSources)),
    }),
    { minItems: 1, maxItems: 100 },
  )

export const queryHourlyRates = operation({
  id: 'queryHourlyRates',
  method: 'GET',
  paths: [
    '/contacts/{contactIds}/hourly_rates',
    '/folders/{folderId}/hourly_rates',
    '/placeholders/{placeholderIds}/hourly_rates',
  ],
  summary: 'Rates of users, of placeholders, or of the team of a project',
  description:
    'Rates of the account are for its admins. The rates of a project are for them and for the role Full in it; the latter see those that were set in the project.',
  scopes: readScopes,
  feature: 'billing',
  kinds,
  parameters: {
    contactIds: optional(ids('Contact', { maxItems: 1000 })),
    folderId: optional(id('Folder')),
    placeholderIds: optional(ids('Placeholder', { maxItems: 1000 })),
  },
})

export const queryJobRoleHourlyRates = operation({
  id: 'queryJobRoleHourlyRates',
  method: 'GET',
  paths: ['/jobroles/{jobroleIds}/hourly_rates'],
  summary: 'Rates of job roles',
  scopes: readScopes,
  feature: 'billing',
  kinds,
  addition: true,
  parameters: { jobroleIds: ids('JobRole', { maxItems: 1000 }) },
})

export const updateHourlyRates = operation({
  id: 'updateHourlyRates',
  method: 'PUT',
  paths: ['/hourly_rates'],
  summary: 'Sets rates of users, placeholders and job roles in the account',
  description: 'For account admins. A rate holds for work from today on; work before the first rate has that.',
  ...write,
  kinds,
  parameters: { rates: rates() },
})

export const updateProjectHourlyRates = operation({
  id: 'updateProjectHourlyRates',
  method: 'PUT',
  paths: ['/folders/{folderId}/hourly_rates'],
  summary: 'Sets rates that hold in one project only',
  description: 'For account admins and for the role Full in the project.',
  ...write,
  kinds,
  parameters: {
    folderId: id('Folder'),
    rates: rates(),
    enableCalculations: optional(
      flag({ description: 'true: the rates hold for all work of the project, not only from today on' }),
    ),
  },
})

export const excludeProjectTeamMembers = operation({
  id: 'excludeProjectTeamMembers',
  method: 'DELETE',
  paths: ['/folders/{folderId}/project_team_members'],
  summary: 'Takes users and placeholders out of the team of a project, with the rates they had in it',
  ...write,
  kinds,
  parameters: { folderId: id('Folder'), rateSubjects: listOf(text({ minLength: 1 }), { minItems: 1, maxItems: 100 }) },
})

export const provisionHourlyRates = operation({
  id: 'provisionHourlyRates',
  method: 'PUT',
  paths: ['/contacts/{contactIds}/hourly_rates_provision'],
  summary: 'Sets rates of users in the account, the older way',
  description: 'For account admins.',
  ...write,
  kinds: { hourlyRatesProvision: UserRateProvision },
  parameters: {
    contactIds: ids('Contact', { maxItems: 100 }),
    userRates: listOf(
      object({
        contact: id('Contact'),
        rateType: oneOf(rateTypes),
        rateValue: value(),
        rateSource: oneOf(rateSources),
      }),
      { minItems: 1, maxItems: 100 },
    ),
  },
})
