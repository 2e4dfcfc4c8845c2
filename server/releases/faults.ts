import { compare } from './compare.ts'
import { type Declared, declaredIn } from './declared.ts'
import type { Difference } from './difference.ts'
import type { ContractRecord } from './record.ts'

/** Days that developers have between the notice and the end. */
export const noticeDays = 14

const day = 86_400_000

/** yyyy-MM-dd, some days later. */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)

/**
 * Why a contract cannot follow the released one: each change that breaks clients and was not declared with an end that has
 * passed, and each end that leaves developers too little time. A line each, with what to do.
 */
export function faultsOf(released: ContractRecord, now: ContractRecord, date: string): string[] {
  const ended = new Set(
    declaredIn(released)
      .filter(({ deprecation: { until } }) => until !== undefined && until <= date)
      .map(({ subject }) => subject),
  )
  const known = new Map(declaredIn(released).map((one) => [one.subject, one.deprecation]))
  return [
    ...compare(released, now)
      .filter(({ breaking, within }) => breaking && !within.some((subject) => ended.has(subject)))
      .map(breakingFault),
    ...declaredIn(now)
      .filter(({ subject, deprecation: { until } }) => until !== undefined && known.get(subject)?.until !== until)
      .filter(({ deprecation: { until } }) => (until as string) < daysAfter(date, noticeDays))
      .map((one) => shortNotice(one, daysAfter(date, noticeDays))),
  ]
}

const verbs = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const

const breakingFault = ({ change, says }: Difference): string =>
  `${verbs[change]} ${says}. It breaks clients of the released contract: put it back, or mark it deprecated with \`until\`, release that, and do it after that day.`

const shortNotice = ({ what, deprecation }: Declared, earliest: string): string =>
  `The end of ${what} (until ${deprecation.until}) leaves developers less than ${noticeDays} days: ${earliest} at the earliest.`
