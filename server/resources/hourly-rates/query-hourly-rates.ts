import type { Caller } from '#access/caller.ts'
import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { jobRolesByIds } from '../job-roles/access.ts'
import { placeholdersByIds } from '../placeholders/access.ts'
import { usersByIds } from '../users/access.ts'
import { permitProjectRates, seesRates } from './access.ts'
import type * as contract from './contract.ts'
import { presentRates } from './presenter.ts'
import { currentRates, teamOf } from './queries.ts'
import type { Subject } from './subject.ts'

/**
 * Reads rates of users or placeholders in the account, or those of the team of a project. Who is no account admin sees of a
 * project only what was set in it.
 *
 * @throws {Refused} `not_allowed` for rates of the account unless one is an admin.
 */
export const queryHourlyRates: Handler<typeof contract.queryHourlyRates> = async ({ caller, input }) => {
  if (input.folderId !== undefined) {
    const { folderId } = input
    await permitProjectRates(caller, folderId)
    const team = await teamOf(caller, folderId)
    const scopes = [
      await currentRates(caller, team, folderId),
      ...(seesRates(caller) ? [await currentRates(caller, team, null)] : []),
    ]
    return { data: team.map((subject) => presentRates(caller, subject, scopes)) }
  }
  await usersByIds(caller, input.contactIds ?? [])
  await placeholdersByIds(caller, input.placeholderIds ?? [])
  return ofAccount(caller, [
    ...(input.contactIds ?? []).map((id) => ({ type: 'User' as const, id })),
    ...(input.placeholderIds ?? []).map((id) => ({ type: 'Placeholder' as const, id })),
  ])
}

/** Reads rates of job roles in the account. */
export const queryJobRoleHourlyRates: Handler<typeof contract.queryJobRoleHourlyRates> = async ({ caller, input }) => {
  await jobRolesByIds(caller, input.jobroleIds)
  return ofAccount(
    caller,
    input.jobroleIds.map((id) => ({ type: 'JobRole' as const, id })),
  )
}

async function ofAccount(caller: Caller, subjects: readonly Subject[]) {
  permitAccount(caller, 'manageRates')
  const rates = await currentRates(caller, subjects, null)
  return { data: subjects.map((subject) => presentRates(caller, subject, [rates])) }
}
