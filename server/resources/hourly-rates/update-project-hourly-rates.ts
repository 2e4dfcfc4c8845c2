import type { Handler } from '#contract/handler.ts'
import { change, changedBy } from '#events/change.ts'
import { permitProjectRates, seesRates } from './access.ts'
import type * as contract from './contract.ts'
import { presentRates } from './presenter.ts'
import { currentRates } from './queries.ts'
import { setRates } from './set-rates.ts'
import { readRates, subjectsOf } from './update-hourly-rates.ts'

/** Sets rates that hold in one project only; who has one is in its team again. */
export const updateProjectHourlyRates: Handler<typeof contract.updateProjectHourlyRates> = async ({
  caller,
  input,
}) => {
  const { folderId } = input
  const may = await permitProjectRates(caller, folderId)
  const rates = await readRates(caller, input.rates)
  return change(caller, async (rows, inside) => {
    const place = { folderId, forAllWork: input.enableCalculations ?? false }
    const events = await setRates(rows, inside, may, rates, place)
    const subjects = subjectsOf(rates)
    for (const { type, id } of subjects)
      if (type !== 'JobRole')
        await rows.delete('project_exclusion', may, { folder_id: folderId, subject_type: type, subject_id: id })
    const scopes = [
      await currentRates(inside, subjects, folderId),
      ...(seesRates(caller) ? [await currentRates(inside, subjects, null)] : []),
    ]
    return changedBy({ data: subjects.map((subject) => presentRates(inside, subject, scopes)) }, events)
  })
}
