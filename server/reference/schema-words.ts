import type { TSchema } from 'typebox'
import { textForms } from '#contract/model.ts'
import type { Schema } from '#http/parse-value.ts'

/** A schema with the name of its model, where it is one. */
export type Told = Schema & { modelName?: string; description?: string; default?: unknown; patternProperties?: object }

/** The schema that holds the members: itself, the items of a list, or what `null` may replace. */
export function innermost(schema: TSchema): Told {
  const told = schema as Told
  if (told.anyOf) return innermost(told.anyOf[0] as TSchema)
  return told.type === 'array' && told.items ? innermost(told.items) : told
}

/** A type in words: "list of ids of tasks". The name of a model is left out: it is a link beside. */
export function typeWords(schema: TSchema, many = false): string {
  const told = schema as Told
  if (told.anyOf) return `${typeWords(told.anyOf[0] as TSchema, many)}, or null`
  if (told.type === 'array') return `${many ? 'lists' : 'list'} of ${typeWords(told.items as TSchema, true)}`
  if (told.idType) return idWords(told.idType, many)
  if (told.presence) return 'switch'
  if (told.modelName) return told.modelName
  const [one, several] = words[nameOf(told)]
  return many ? several : one
}

const words = {
  text: ['text', 'texts'],
  date: ['date', 'dates'],
  moment: ['moment', 'moments'],
  local: ['local date and time', 'local dates and times'],
  boolean: ['true or false', 'true or false'],
  integer: ['whole number', 'whole numbers'],
  number: ['number', 'numbers'],
  object: ['object', 'objects'],
} as const

function nameOf({ type, format, pattern }: Told): keyof typeof words {
  if (type === 'boolean' || type === 'integer' || type === 'number' || type === 'object') return type
  if (format === 'date' || format === 'day-of-moment' || pattern === textForms.date) return 'date'
  if (format === 'date-time' || pattern === textForms.instant) return 'moment'
  return format === 'local-date-time' || pattern === textForms.localDateTime ? 'local' : 'text'
}

/** How dates are written, where a type is one. */
export function formOf(schema: TSchema): string | undefined {
  const told = innermost(schema)
  switch (told.type === 'string' && !told.idType && !told.enum ? nameOf(told) : 'text') {
    case 'date':
      return 'yyyy-MM-dd'
    case 'moment':
      return "yyyy-MM-dd'T'HH:mm:ss'Z'"
    case 'local':
      return told.format ? "yyyy-MM-dd or yyyy-MM-dd'T'HH:mm:ss" : "yyyy-MM-dd'T'HH:mm:ss"
    default:
      return undefined
  }
}

const ofIds: Record<string, [one: string, several: string]> = {
  ContactOrInvitation: ['a user, a group or an invitation', 'users, groups or invitations'],
  DependencyKey: ['a dependency', 'dependencies'],
  Form: ['a request form', 'request forms'],
}

function idWords(type: string, many: boolean): string {
  const noun = type.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()
  const known = ofIds[type]
  if (many) return `ids of ${known?.[1] ?? `${noun.replace(/y$/, 'ie')}s`}`
  return `id of ${known?.[0] ?? `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`}`
}
