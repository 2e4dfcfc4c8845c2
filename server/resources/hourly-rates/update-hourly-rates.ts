import type { Caller } from '#access/caller.ts'
import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { change, changedBy } from '#events/change.ts'
import type * as contract from './contract.ts'
import { presentRates } from './presenter.ts'
import { currentRates } from './queries.ts'
import { type NewRate, setRates } from './set-rates.ts'
import { rateSourceOf, rateTypeOf, readSubjects, type Subject } from './subject.ts'

/** Sets rates of users, placeholders and job roles in the account. */
export const updateHourlyRates: Handler<typeof contract.updateHourlyRates> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageRates')
  const rates = await readRates(caller, input.rates)
  return change(caller, async (rows, inside) => {
    const events = await setRates(rows, inside, may, rates, { folderId: null })
    const subjects = subjectsOf(rates)
    const now = await currentRates(inside, subjects, null)
    return changedBy({ data: subjects.map((subject) => presentRates(inside, subject, [now])) }, events)
  })
}

/** Rates of a request, with whose they are. */
export async function readRates(
  caller: Caller,
  entries: Input<typeof contract.updateHourlyRates>['rates'],
): Promise<NewRate[]> {
  const subjects = await readSubjects(
    caller,
    'rates',
    entries.map((entry) => entry.rateSubjectId),
  )
  return entries.map((entry, at) => {
    const subject = subjects[at] as Subject
    return {
      subject,
      rateType: rateTypeOf(entry.rateType),
      source: rateSourceOf(subject, entry.rateSource),
      value: entry.rateValue,
    }
  })
}

/** Whose rates these are, each once. */
export const subjectsOf = (rates: readonly NewRate[]): Subject[] => [
  ...new Map(rates.map(({ subject }) => [`${subject.type} ${subject.id}`, subject])).values(),
]
