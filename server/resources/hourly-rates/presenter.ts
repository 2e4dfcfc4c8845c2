import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import type { HourlyRate } from './contract.ts'
import { type RateRow, rateKey } from './queries.ts'
import { type Subject, subjectText } from './subject.ts'

/** Rates of a subject: those of the project where it has some, else those of the account. */
export function presentRates(
  caller: Caller,
  subject: Subject,
  scopes: readonly ReadonlyMap<string, RateRow>[],
): Static<typeof HourlyRate> {
  const rate = (type: 'Bill' | 'Cost') => {
    const row = scopes.map((scope) => scope.get(rateKey(subject, type))).find((found) => found !== undefined)
    return row && presentRate(row)
  }
  const [bill, cost] = [rate('Bill'), rate('Cost')]
  return {
    rateSubjectId: subjectText(caller, subject),
    rateSubjectType: subject.type,
    ...(bill ? { billRate: bill } : {}),
    ...(cost ? { costRate: cost } : {}),
  }
}

/** Where the job role is the source, the value is that of the job role: it has none of its own. */
const presentRate = (row: RateRow) => ({
  rateScope: row.folder_id === null ? ('Account' as const) : ('Project' as const),
  rateSource: row.source,
  ...(row.value === null || (row.source === 'JobRole' && row.subject_type !== 'JobRole')
    ? {}
    : { rateValue: row.value }),
})
