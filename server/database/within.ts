import { invalidValue } from '#contract/errors.ts'
import { sql } from './sql.ts'

type Expression = ReturnType<typeof sql>

/** A value, or a half-open interval, as `dayRange`, `instantOrRange` and the like read it. */
export interface Range {
  start?: Date | string | undefined
  equal?: Date | string | undefined
  end?: Date | string | undefined
}

/**
 * The condition that a column lies in a range of a request: the start is inside, the end outside.
 *
 * @throws {Refused} `invalid_parameter` naming the parameter for a range that contradicts itself.
 * @example within('dueDate', sql`approval.due_date`, 'date', input.dueDate)
 */
export function within(
  parameter: string,
  column: Expression,
  type: 'date' | 'timestamp' | 'timestamptz',
  { start, equal, end }: Range,
): ReturnType<typeof sql<boolean>> {
  if (equal !== undefined && (start !== undefined || end !== undefined))
    throw invalidValue(parameter, 'either equal, or start and end')
  if (start !== undefined && end !== undefined && start > end) throw invalidValue(parameter, 'a start before the end')
  const value = (one: Date | string) => sql`${one}::${sql.raw(type)}`
  const parts = [
    ...(equal === undefined ? [] : [sql`${column} = ${value(equal)}`]),
    ...(start === undefined ? [] : [sql`${column} >= ${value(start)}`]),
    ...(end === undefined ? [] : [sql`${column} < ${value(end)}`]),
  ]
  return sql<boolean>`(${sql.join(parts, sql` and `)})`
}
