import type { Deprecation } from '#contract/deprecation.ts'

/** v3 as a whole, since the day v4 came out. It stays: programs that never moved go on working. */
export const v3Deprecation: Deprecation = {
  since: '2018-09-13',
  why: 'It came before v4 and gets nothing new',
  instead: 'the same call of v4',
}
