import { bind } from '#contract/bind.ts'
import * as contract from './contract.ts'
import { excludeProjectTeamMembers } from './exclude-project-team-members.ts'
import { provisionHourlyRates } from './provision-hourly-rates.ts'
import { queryHourlyRates, queryJobRoleHourlyRates } from './query-hourly-rates.ts'
import { updateHourlyRates } from './update-hourly-rates.ts'
import { updateProjectHourlyRates } from './update-project-hourly-rates.ts'

export const hourlyRates = bind(contract, {
  queryHourlyRates,
  queryJobRoleHourlyRates,
  updateHourlyRates,
  updateProjectHourlyRates,
  excludeProjectTeamMembers,
  provisionHourlyRates,
})
