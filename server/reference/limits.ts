import type { TSchema } from 'typebox'
import { textForms } from '#contract/model.ts'
import { innermost, type Told } from './schema-words.ts'

const grouped = (count: number): string => count.toLocaleString('en-US')

/** What a value has to keep to, as short phrases: "up to 1,000 characters". */
export function limits(schema: TSchema): string[] {
  const told = schema as Told
  if (told.anyOf) return limits(told.anyOf[0] as TSchema)
  return [...ofList(told), ...ofText(innermost(schema)), ...ofNumber(innermost(schema)), ...ofObject(told)].filter(
    Boolean,
  )
}

function ofList({ type, minItems, maxItems }: Told): string[] {
  if (type !== 'array') return []
  if (minItems && maxItems) return [`${grouped(minItems)} to ${grouped(maxItems)} values`]
  return [
    minItems ? `at least ${minItems === 1 ? 'one value' : `${grouped(minItems)} values`}` : '',
    maxItems ? `up to ${grouped(maxItems)} values` : '',
  ]
}

/** Told as a form: yyyy-MM-dd. */
const datePatterns = new Set<string>(Object.values(textForms))

function ofText({ type, idType, enum: values, minLength = 0, maxLength, pattern, format }: Told): string[] {
  if (type !== 'string' || idType || values || format) return []
  return [
    maxLength !== undefined ? `up to ${grouped(maxLength)} characters` : '',
    minLength === 1 ? 'not empty' : minLength > 1 ? `at least ${grouped(minLength)} characters` : '',
    pattern && !datePatterns.has(pattern) ? `matches ${pattern}` : '',
  ]
}

function ofNumber({ type, minimum, maximum, exclusiveMaximum }: Told): string[] {
  if (type !== 'integer' && type !== 'number') return []
  if (minimum !== undefined && maximum !== undefined) return [`${grouped(minimum)} to ${grouped(maximum)}`]
  return [
    minimum !== undefined ? `${grouped(minimum)} or more` : '',
    maximum !== undefined ? `${grouped(maximum)} or less` : '',
    exclusiveMaximum !== undefined ? `less than ${grouped(exclusiveMaximum)}` : '',
  ]
}

const ofObject = ({ minProperties }: Told): string[] => (minProperties ? ['at least one member'] : [])
