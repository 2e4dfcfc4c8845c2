import type { ContractRecord } from './record.ts'

const widest = 120

/** A record as text that is the same for the same contract, and whose difference to another can be read line by line. */
export const recordText = (record: ContractRecord): string => `${written(sorted(record), 0)}\n`

/** Names in the order of the alphabet: moving code about changes nothing. Lists keep theirs where it counts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  )
}

/** What fits into a line is one. */
function written(value: unknown, depth: number): string {
  const line = JSON.stringify(value)
  if (value === null || typeof value !== 'object' || (depth > 0 && line.length + depth <= widest)) return line
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return line
  const inner = '  '.repeat(depth + 1)
  const entries = Array.isArray(value)
    ? value.map((one) => written(one, depth + 1))
    : Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${written(one, depth + 1)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${entries.map((entry) => inner + entry).join(',\n')}\n${'  '.repeat(depth)}${close}`
}
