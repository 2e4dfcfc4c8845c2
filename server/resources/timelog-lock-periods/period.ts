import { invalidValue } from '#contract/errors.ts'
import { addDays } from './days.ts'

/** Days from start to end, both inside. yyyy-MM-dd. */
export interface Period {
  start: string
  end: string
}

interface Sent {
  start?: string | undefined
  equal?: string | undefined
  end?: string | undefined
}

/**
 * The period of a request; open sides are those of `whole`, where there is one.
 *
 * @throws {Refused} `invalid_parameter` for a period that ends before it starts, is told twice, or is not told whole.
 */
export function readPeriod({ start, equal, end }: Sent, whole?: Period): Period {
  if (equal !== undefined && (start !== undefined || end !== undefined))
    throw invalidValue('period', 'either equal, or start and end')
  const period = { start: equal ?? start ?? whole?.start, end: equal ?? end ?? whole?.end }
  if (period.start === undefined || period.end === undefined) throw invalidValue('period', 'start and end, or equal')
  if (period.start > period.end) throw invalidValue('period', 'a start that is not after the end')
  return period as Period
}

/** One period instead of several that overlap or follow one another, and this one. */
export const united = (periods: readonly Period[], added: Period): Period => ({
  start: [added.start, ...periods.map((period) => period.start)].sort()[0] as string,
  end: [added.end, ...periods.map((period) => period.end)].sort().at(-1) as string,
})

/** What is left of periods without the days of another. */
export const without = (periods: readonly Period[], removed: Period): Period[] =>
  periods
    .flatMap(({ start, end }) => [
      { start, end: end < removed.start ? end : addDays(removed.start, -1) },
      { start: start > removed.end ? start : addDays(removed.end, 1), end },
    ])
    .filter(({ start, end }) => start <= end)
