import type { Caller } from '#access/caller.ts'
import { invalidParameter } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import { fieldsByIds } from './access.ts'
import type { FieldRow } from './queries.ts'

/** A condition of a request on the value of one field. */
export interface CustomFieldFilter {
  id: number
  comparator?: string | undefined
  value?: string | undefined
  minValue?: string | undefined
  maxValue?: string | undefined
  values?: string[] | undefined
}

type Condition = ReturnType<typeof sql<boolean>>
const numbers = new Set(['Numeric', 'Currency', 'Percentage', 'Duration', 'CalculatedNumeric'])
const collections = new Set(['Contacts', 'Multiple'])
const strings = new Set(['Text', 'DropDown'])

/**
 * SQL conditions on a `custom_fields` column, one for each filter.
 *
 * @throws {Refused} `resource_not_found` for an unknown field, `invalid_parameter` for a comparator its type does not have
 * or that lacks its values.
 */
export async function customFieldConditions(
  caller: Caller,
  filters: readonly CustomFieldFilter[],
  table: string,
): Promise<Condition[]> {
  const fields = await fieldsByIds(
    caller,
    filters.map((filter) => filter.id),
  )
  return filters.map((filter, at) => condition(fields[at] as FieldRow, filter, table))
}

function condition(field: FieldRow, filter: CustomFieldFilter, table: string): Condition {
  const wrong = (why: string) => invalidParameter(`Parameter 'customFields' value is invalid: ${why}`)
  const text = sql`(${sql.ref(`${table}.custom_fields`)} ->> ${String(field.custom_field_id)}::text)`
  const comparator = filter.comparator ?? 'EqualTo'
  const comparable = comparison(field, text)
  const need = (value: string | undefined, name = 'value'): string => {
    if (value === undefined) throw wrong(`${comparator} needs ${name}`)
    return value
  }
  const compare = (operator: '<' | '<=' | '>' | '>=', value: string): Condition => {
    if (collections.has(field.type) || field.type === 'Checkbox')
      throw wrong(`${comparator} does not fit fields of type ${field.type}`)
    return sql<boolean>`${comparable.column} ${sql.raw(operator)} ${comparable.value(value, wrong)}`
  }
  const like = (pattern: (value: string) => string): Condition => {
    if (!strings.has(field.type)) throw wrong(`${comparator} does not fit fields of type ${field.type}`)
    return sql<boolean>`${text} ilike ${pattern(asKept(field, need(filter.value)).replace(/[\\%_]/g, '\\$&'))}`
  }
  const members = (operator: '?&' | '?|'): Condition => {
    if (!collections.has(field.type)) throw wrong(`${comparator} does not fit fields of type ${field.type}`)
    const values = filter.values ?? (filter.value === undefined ? undefined : [filter.value])
    if (!values) throw wrong(`${comparator} needs values`)
    return sql<boolean>`${membersOf(text)} ${sql.raw(operator === '?&' ? '@>' : '&&')} ${values}::text[]`
  }
  switch (comparator) {
    case 'IsEmpty':
      return sql<boolean>`coalesce(${text}, '') = ''`
    case 'IsNotEmpty':
      return sql<boolean>`coalesce(${text}, '') <> ''`
    case 'EqualTo':
      return numbers.has(field.type)
        ? sql<boolean>`${comparable.column} = ${comparable.value(need(filter.value), wrong)}`
        : sql<boolean>`${text} in (${need(filter.value)}, ${asKept(field, need(filter.value))})`
    case 'LessThan':
      return compare('<', need(filter.value))
    case 'LessOrEqualTo':
      return compare('<=', need(filter.value))
    case 'GreaterThan':
      return compare('>', need(filter.value))
    case 'GreaterOrEqualTo':
      return compare('>=', need(filter.value))
    case 'InRange':
      return sql<boolean>`(${compare('>=', need(filter.minValue, 'minValue'))} and ${compare('<=', need(filter.maxValue, 'maxValue'))})`
    case 'NotInRange':
      return sql<boolean>`(${compare('<', need(filter.minValue, 'minValue'))} or ${compare('>', need(filter.maxValue, 'maxValue'))})`
    case 'Contains':
      return like((value) => `%${value}%`)
    case 'StartsWith':
      return like((value) => `${value}%`)
    case 'EndsWith':
      return like((value) => `%${value}`)
    case 'ContainsAll':
      return members('?&')
    case 'ContainsAny':
      return members('?|')
    default:
      throw wrong(`there is no comparator ${comparator}`)
  }
}

/** Text is kept as markup: what people type is looked for as it is written there. */
const asKept = (field: FieldRow, value: string): string => (field.type === 'Text' ? sanitizeHtml(value) : value)

/** The members of a value that holds several: a JSON array, or separated by commas. Never an error, whatever the text. */
const membersOf = (text: ReturnType<typeof sql>) => sql`
  case when ${text} ~ '^\\s*\\["' then regexp_split_to_array(btrim(${text}, '[]" '), '"\\s*,\\s*"')
  else regexp_split_to_array(btrim(${text}, '[] '), '\\s*,\\s*') end`

/** How values of a type compare: numbers as numbers, everything else in the order of its text, which is that of dates. */
function comparison(field: FieldRow, text: ReturnType<typeof sql>) {
  if (!numbers.has(field.type)) return { column: sql`nullif(${text}, '')`, value: (value: string) => sql`${value}` }
  return {
    // A field that became a number may still have values that are none.
    column: sql`case when ${text} ~ '^-?\\d+(\\.\\d+)?$' then ${text}::numeric end`,
    value: (value: string, wrong: (why: string) => Error) => {
      if (!/^-?\d+(\.\d+)?$/.test(value)) throw wrong(`'${field.title}' compares with numbers`)
      return sql`${value}::numeric`
    },
  }
}
