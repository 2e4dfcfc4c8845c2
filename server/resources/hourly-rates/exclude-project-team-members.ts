import { invalidValue } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { sql } from '#database/sql.ts'
import { change, changed } from '#events/change.ts'
import { permitProjectRates } from './access.ts'
import type * as contract from './contract.ts'
import { ratesChanged, teamMembersExcluded } from './events.ts'
import { currentRates } from './queries.ts'
import { readSubjects } from './subject.ts'

/** Takes users and placeholders out of the team of a project; rates they had in it are over. */
export const excludeProjectTeamMembers: Handler<typeof contract.excludeProjectTeamMembers> = async ({
  caller,
  input,
}) => {
  const { folderId } = input
  const may = await permitProjectRates(caller, folderId)
  const subjects = await readSubjects(caller, 'rateSubjects', input.rateSubjects)
  const members = subjects.flatMap(({ type, id }) => (type === 'JobRole' ? [] : [{ type, id }]))
  if (members.length < subjects.length) throw invalidValue('rateSubjects', 'ids of users and placeholders')
  return change(caller, async (rows, inside) => {
    await rows.insertAll(
      'project_exclusion',
      may,
      members.map(({ type, id }) => ({ folder_id: folderId, subject_type: type, subject_id: id })),
    )
    const over = (await currentRates(inside, members, folderId)).values()
    const ids = [...over]
      .filter((row) => members.some(({ type, id }) => row.subject_type === type && row.subject_id === id))
      .map((row) => row.hourly_rate_id)
    if (ids.length > 0)
      await rows.update('hourly_rate', may, { hourly_rate_id: ids }, { ended_at: sql`now()` as never })
    const rates = ids.length > 0 ? members.map((member) => ratesChanged(member, folderId)) : []
    return changed({ data: [] }, teamMembersExcluded(folderId, members), ...rates)
  })
}
