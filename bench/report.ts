/** One case at one size, for one caller. */
export interface Measured {
  name: string
  size: number
  /** Part of all tasks that the caller sees. */
  share: number
  /** Length of the answer. */
  bytes: number
  /** Requests a second. */
  requests: number
  /** Milliseconds. */
  p50: number
  p99: number
  errors: number
  /** pgbench with the same statements, a second. */
  reference: number | undefined
}

/** A table for people: figures, the ratio to pgbench, and the p99 beside that of the smallest size. */
export function report(results: readonly Measured[]): string {
  const smallest = Math.min(...results.map((result) => result.size))
  const rows = results.map((result) => {
    const small = results.find(
      (other) => other.size === smallest && other.name === result.name && other.share === result.share,
    )
    return [
      result.name,
      result.size.toLocaleString('en'),
      `${result.share * 100} %`,
      result.requests.toFixed(0),
      result.reference?.toFixed(0) ?? '-',
      result.reference ? `${((100 * result.requests) / result.reference).toFixed(0)} %` : '-',
      `${result.p50} ms`,
      `${result.p99} ms`,
      small && small !== result ? (result.p99 / Math.max(1, small.p99)).toFixed(2) : '-',
      result.errors === 0 ? '' : `${result.errors} errors`,
    ]
  })
  const head = [
    'case',
    'tasks',
    'sees',
    'requests/s',
    'pgbench/s',
    'ratio',
    'p50',
    'p99',
    `p99 to ${smallest.toLocaleString('en')}`,
    '',
  ]
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
