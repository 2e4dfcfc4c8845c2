import type { Caller } from '#access/caller.ts'
import { sql } from '#database/sql.ts'
import { fieldsByIds } from './access.ts'

type Expression = ReturnType<typeof sql>

/**
 * How things are sorted by the value of a field: numbers as numbers, choices in the order of the field's own list,
 * everything else by its text in any case, which for dates is their order. What has no value comes last in ascending order.
 *
 * @throws {Refused} as `fieldsByIds` does.
 */
export async function customFieldOrder(
  caller: Caller,
  fieldId: number,
): Promise<{ key(t: string): Expression; type: 'numeric' | 'integer' | 'text' }> {
  const [field] = await fieldsByIds(caller, [fieldId])
  const value = (t: string) => sql`(${sql.ref(`${t}.custom_fields`)} ->> ${sql.lit(String(fieldId))})`
  if (field && numbers.has(field.type)) {
    const key = (t: string) =>
      sql`coalesce(case when ${value(t)} ~ '^-?\\d+(\\.\\d+)?$' then ${value(t)}::numeric end, 'Infinity'::numeric)`
    return { key, type: 'numeric' }
  }
  const choices = field?.type === 'DropDown' ? (field.settings as { values?: string[] }).values : undefined
  if (choices) {
    const key = (t: string) => sql`coalesce(array_position(${choices}::text[], ${value(t)}), ${last})`
    return { key, type: 'integer' }
  }
  const text = (t: string) => sql`left(lower(${value(t)}), 100)`
  return { key: (t) => sql`(case when ${text(t)} <> '' then '0' || ${text(t)} else '1' end collate "C")`, type: 'text' }
}

const numbers = new Set(['Numeric', 'Currency', 'Percentage', 'Duration', 'CalculatedNumeric'])
const last = sql.lit(2 ** 31 - 1)
