import { type Static, type TSchema, Type } from 'typebox'
import type { Id, IdType } from '#ids/types.ts'

/**
 * The words parameters are written in. Each is a TypeBox schema: OpenAPI shows it, `http/parse.ts` reads by it,
 * and its static type is what a handler receives: ids arrive decoded, instants as `Date`.
 */

/** Text; an empty one is refused unless `minLength` is 0. */
export const text = (
  options: { minLength?: number; maxLength?: number; description?: string; pattern?: string } = {},
) => Type.String(options)

/** Text that says something: blanks around it do not count, and nothing else is not enough. */
export const filledText = (options: { maxLength?: number; description?: string } = {}) =>
  Type.String({ minLength: 1, trimmed: true, ...options })

export const flag = (options: { default?: boolean; description?: string } = {}) => Type.Boolean(options)

/** A switch that counts by being there, whatever its value: `me=false` filters too. */
export const presence = (options: { description?: string } = {}) =>
  Type.Unsafe<true>({ type: 'boolean', presence: true, ...options })

export const number = (
  options: {
    minimum?: number
    maximum?: number
    exclusiveMaximum?: number
    description?: string
    default?: number
  } = {},
) => Type.Number(options)

export const integer = (options: { minimum?: number; maximum?: number; description?: string; default?: number } = {}) =>
  Type.Integer(options)

/** One of a closed list, spelled exactly. */
export const oneOf = <const V extends readonly string[]>(
  values: V,
  options: { default?: V[number]; description?: string } = {},
) => Type.Unsafe<V[number]>({ type: 'string', enum: [...values], ...options })

/** Several values: a JSON array, `[a,b]`, `a,b` or one bare value. */
export const listOf = <S extends TSchema>(
  item: S,
  options: {
    minItems?: number
    maxItems?: number
    uniqueItems?: boolean
    description?: string
  } = {},
) => Type.Array(item, options)

const idPattern = '^[a-zA-Z0-9_:.=-]{1,256}$'

/** An id of one type, decoded to its number. Ids of another account decode to a number that no row has. */
export const id = <T extends IdType>(type: T, options: { description?: string } = {}) =>
  Type.Unsafe<Id<T>>({ type: 'string', pattern: idPattern, idType: type, ...options })

/** Several ids; in a path they are separated by commas. A repeated id counts once. */
export const ids = <T extends IdType>(type: T, options: { maxItems?: number; description?: string } = {}) =>
  Type.Unsafe<Id<T>[]>({ type: 'array', items: id(type), distinct: true, ...options })

/** A contact, or somebody who is invited and named by the invitation. */
export type ContactReference = { contact: number } | { invitation: number }

/** A user, a group or an invitation. */
export const contactOrInvitation = () =>
  Type.Unsafe<ContactReference>({ type: 'string', pattern: idPattern, idType: 'ContactOrInvitation' })

/** A predecessor and a successor in one id. */
export type DependencyKey = { predecessorId: number; successorId: number }
export const dependencyId = () =>
  Type.Unsafe<DependencyKey>({ type: 'string', pattern: idPattern, idType: 'DependencyKey' })

/** Several of them, separated by commas in a path. */
export const dependencyIds = (options: { maxItems?: number } = {}) =>
  Type.Unsafe<DependencyKey[]>({ type: 'array', items: dependencyId(), distinct: true, ...options })

/** yyyy-MM-dd */
export const date = (options: { description?: string } = {}) =>
  Type.Unsafe<string>({ type: 'string', format: 'date', ...options })

/** yyyy-MM-dd'T'HH:mm:ss'Z', whole seconds, UTC. */
export const instant = () => Type.Unsafe<Date>({ type: 'string', format: 'date-time' })

/** yyyy-MM-dd or yyyy-MM-dd'T'HH:mm:ss, no zone. */
export const localDateTime = () => Type.Unsafe<string>({ type: 'string', format: 'local-date-time' })

/** yyyy-MM-dd, also with a time part, which is dropped (timelogs of old clients). */
export const dayOfMoment = () => Type.Unsafe<string>({ type: 'string', format: 'day-of-moment' })

/** A parameter that v3 had and v4 has no more. */
export const onlyV3 = <S extends TSchema>(schema: S): S => Object.assign(schema, { onlyV3: true })

/** An object with these members and no others. */
export const object = <P extends Record<string, TSchema>>(
  members: P,
  options: { description?: string; minProperties?: number } = {},
) => Type.Object(members, { additionalProperties: false, ...options })

/** An object used as a dictionary from contact id to id of an access role. */
export type AccessRolesByContact = { contact: ContactReference; accessRoleId: number }[]
export const accessRolesByContact = () =>
  Type.Unsafe<AccessRolesByContact>({
    type: 'object',
    additionalProperties: { type: 'string' },
    dictionary: 'accessRoles',
  })

/** Any JSON object, kept as it is. */
export const anyObject = (options: { description?: string } = {}) =>
  Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true, ...options })

/** A value that `null` takes away. */
export const nullable = <S extends TSchema>(schema: S) =>
  Type.Unsafe<Static<S> | null>({ anyOf: [schema, { type: 'null' }] })

export const optional = Type.Optional

/** Half-open interval of instants; `{}` is refused. */
export const instantRange = () => object({ start: optional(instant()), end: optional(instant()) }, { minProperties: 1 })

/** An instant or a half-open interval of instants. */
export const instantOrRange = () =>
  object({ start: optional(instant()), equal: optional(instant()), end: optional(instant()) }, { minProperties: 1 })

/** A local date-time or a half-open interval of them; the time part may be left out. */
export const localRange = () =>
  object(
    { start: optional(localDateTime()), equal: optional(localDateTime()), end: optional(localDateTime()) },
    { minProperties: 1 },
  )

/** A day or a half-open interval of days. */
export const dayRange = () =>
  object({ start: optional(date()), equal: optional(date()), end: optional(date()) }, { minProperties: 1 })

/** A day or a half-open interval of days, read leniently as old clients of timelogs send it. */
export const trackedRange = () =>
  object(
    { start: optional(dayOfMoment()), equal: optional(dayOfMoment()), end: optional(dayOfMoment()) },
    { minProperties: 1 },
  )
