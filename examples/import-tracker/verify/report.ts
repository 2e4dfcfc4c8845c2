import { type Changes, kinds, outcomes } from '../import/changes.ts'
import type { SetAside } from '../tracker/links.ts'
import { type Findings, isRight } from './verify.ts'

const mostDifferences = 20

/** What a run did: a line for each kind of thing, a column for each outcome. */
export function reportChanges(changes: Changes): string {
  const rows = kinds.map((kind) => [kind, ...outcomes.map((outcome) => String(changes.of(kind, outcome)))])
  const total = changes.total()
  return `${table(['this run', ...outcomes], rows)}\n\n${total === 0 ? 'Nothing was changed.' : `${total} changes.`}`
}

/** How the counts of the file compare with what was read back. */
export function reportFindings({ rows, differences }: Findings): string {
  const lines = rows.map((row) => [
    row.what,
    String(row.inFile),
    String(row.setAside),
    String(row.readBack),
    isRight(row) ? 'ok' : 'DIFFERS',
  ])
  const more = differences.length - mostDifferences
  return [
    table(['read back through the API', 'in the file', 'as text only', 'in the space', ''], lines),
    '',
    differences.length === 0
      ? 'All counts match, and each value is as in the file.'
      : `${differences.length} differences:`,
    ...differences.slice(0, mostDifferences).map((difference) => `  ${difference}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ].join('\n')
}

/** Links that no task can hold, each with its reason. */
export function reportSetAside(setAside: SetAside[]): string {
  if (setAside.length === 0) return 'Every link of the file has a place.'
  const lines = setAside.map(({ link, reason }) => `  ${link.from} ${link.type} ${link.to}: ${reason}`)
  return [`${setAside.length} links are kept as text in the description only:`, ...lines].join('\n')
}

function table(heads: string[], rows: string[][]): string {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => (row[column] ?? '').length)))
  const line = (cells: string[]) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
