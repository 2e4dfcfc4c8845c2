import { compare } from './compare.ts'
import { contractRecord } from './contract-record.ts'
import { anchorOf, type Declared, declaredIn } from './declared.ts'
import type { Difference } from './difference.ts'
import type { ContractRecord } from './record.ts'
import { storedReleases } from './stored-releases.ts'

/** What one release changed; or, without a version, what the running contract has beyond the last release. */
export interface Entry {
  /** Where links to it lead. */
  readonly anchor: string
  readonly version: string | undefined
  /** yyyy-MM-dd; undefined for what is not released. */
  readonly date: string | undefined
  readonly differences: readonly Difference[]
  readonly deprecated: readonly Declared[]
  /** Of the first release there is nothing to compare with. */
  readonly isFirst: boolean
}

/** The history of the contract, newest first. */
export function changelog(current = contractRecord(), releases = storedReleases()): Entry[] {
  const entries = releases.map((release, at) => entry(releases[at - 1], release))
  const unreleased = entry(releases.at(-1), current)
  const isNew = unreleased.differences.length > 0 || unreleased.deprecated.length > 0
  return [
    ...entries,
    ...(isNew ? [{ ...unreleased, anchor: 'unreleased', version: undefined, date: undefined }] : []),
  ].reverse()
}

function entry(before: ContractRecord | undefined, after: ContractRecord): Entry {
  const known = new Set(before ? declaredIn(before).map(keyOf) : [])
  return {
    anchor: `release-${after.version.replaceAll('.', '-')}`,
    version: after.version,
    date: after.released,
    differences: before ? compare(before, after) : [],
    deprecated: declaredIn(after).filter((one) => !known.has(keyOf(one))),
    isFirst: before === undefined,
  }
}

const keyOf = ({ subject, deprecation: { until = '' } }: Declared): string => `${subject} ${until}`

/** What is deprecated now, latest first. */
export const deprecatedNow = (current = contractRecord()): (Declared & { anchor: string })[] =>
  declaredIn(current)
    .map((one) => ({ ...one, anchor: anchorOf(one.subject) }))
    .sort((a, b) => b.deprecation.since.localeCompare(a.deprecation.since) || a.subject.localeCompare(b.subject))
