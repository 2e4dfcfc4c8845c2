import { type TSchema, Type } from 'typebox'
import type { IdType } from '#ids/types.ts'

/**
 * The words answers are written in: TypeBox schemas from which come the type a presenter must produce, the compiled
 * serialiser and the OpenAPI components.
 */

/** A named model; its members appear in the order written. */
export const model = <P extends Record<string, TSchema>>(
  name: string,
  members: P,
  options: { description?: string } = {},
) => Type.Object(members, { modelName: name, ...options })

/** An id as clients see it. */
export const idText = (type: IdType) => Type.String({ idType: type })
export const idTexts = (type: IdType) => Type.Array(idText(type))

/** How moments and days are written in answers. */
export const textForms = {
  instant: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$',
  localDateTime: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d$',
  date: '^\\d{4}-\\d\\d-\\d\\d$',
} as const

/** UTC instant, yyyy-MM-dd'T'HH:mm:ss'Z'. */
export const instantText = () => Type.Unsafe<string>({ type: 'string', pattern: textForms.instant })

/** Local date-time, yyyy-MM-dd'T'HH:mm:ss. */
export const localDateTimeText = () => Type.Unsafe<string>({ type: 'string', pattern: textForms.localDateTime })

/** yyyy-MM-dd */
export const dateText = () => Type.Unsafe<string>({ type: 'string', pattern: textForms.date })

export const oneOfText = <const V extends readonly string[]>(values: V) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values] })

/** A member that only comes when it is named in `fields` (or applies), and when there is something to say. */
export const optional = Type.Optional
export const string = () => Type.String()
export const boolean = () => Type.Boolean()
export const number = () => Type.Number()
export const integer = () => Type.Integer()
export const arrayOf = <S extends TSchema>(item: S) => Type.Array(item)
export const dictionary = () => Type.Record(Type.String(), Type.String())
/** JSON whose shape no source documents. */
export const opaque = () => Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true })
