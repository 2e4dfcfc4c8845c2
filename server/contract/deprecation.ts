import type { TSchema } from 'typebox'

/**
 * Says of something in the contract that it should not be used any more: an operation (`deprecated`), a parameter or a
 * member of a model (`deprecated()`), a value of an enumeration (`deprecatedValues()`), a value of `fields`
 * (`deprecatedFields`). From here come the notes in the reference and in OpenAPI, the headers `Deprecation` and `Sunset`,
 * the changelog and the mail to those who use it (docs/decisions/0025).
 */
export interface Deprecation {
  /** yyyy-MM-dd: the day it was declared. */
  readonly since: string
  /** yyyy-MM-dd: from this day on (UTC) it may be gone. Without one it stays for good, though nobody should use it. */
  readonly until?: string
  /** The reason, a sentence without its full stop. */
  readonly why?: string
  /** What to use in its place, a sentence without its full stop. */
  readonly instead: string
}

/** Marks a parameter or a member of a model. */
export const deprecated = <S extends TSchema>(schema: S, deprecation: Deprecation): S =>
  Object.assign(schema, { deprecation })

/** Marks values of an enumeration. */
export const deprecatedValues = <S extends TSchema>(schema: S, values: Readonly<Record<string, Deprecation>>): S =>
  Object.assign(schema, { deprecatedValues: values })

/** The mark of a parameter or member; undefined if there is none. */
export const deprecationOf = (schema: TSchema): Deprecation | undefined =>
  (schema as { deprecation?: Deprecation }).deprecation

/** The marks of its values. */
export const valueDeprecationsOf = (schema: TSchema): Readonly<Record<string, Deprecation>> =>
  (schema as { deprecatedValues?: Readonly<Record<string, Deprecation>> }).deprecatedValues ?? {}

/** The note for people: since when, until when, why, what instead. */
export function deprecationText({ since, until, why, instead }: Deprecation): string {
  const end = until ? `, works until ${until}` : ''
  return `Deprecated since ${since}${end}.${why ? ` ${why}.` : ''} Instead: ${instead}.`
}
