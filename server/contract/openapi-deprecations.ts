import { type Deprecation, deprecationText } from './deprecation.ts'

type Json = Record<string, unknown>

/** The marks that a schema may have. */
export interface DeprecationMarks {
  deprecation?: Deprecation
  deprecatedValues?: Readonly<Record<string, Deprecation>>
}

/** A mark in OpenAPI's words, before what the schema says of itself. */
export const deprecationNote = (deprecation: Deprecation, { description }: Json): Json => ({
  deprecated: true,
  description: [deprecationText(deprecation), description].filter(Boolean).join(' '),
  'x-deprecation': deprecation,
})

/** Marks of single values, for which OpenAPI has no word. */
export function valueNotes(values: Readonly<Record<string, Deprecation>> | undefined, description?: unknown): Json {
  if (!values) return {}
  const texts = Object.entries(values).map(([value, deprecation]) => `${value}: ${deprecationText(deprecation)}`)
  return { description: [description, ...texts].filter(Boolean).join(' '), 'x-deprecated-values': values }
}
