import type { TSchema } from 'typebox'
import { isDate, isDateOrLocalDateTime, isInstant } from '#contract/dates.ts'
import { invalidValue } from '#contract/errors.ts'
import { parseId } from './parse-id.ts'

/** What a value is read for: the account whose ids are meant, and the parameter that errors name. */
export interface Reading {
  accountId: number
  parameter: string
}

/**
 * Reads one value by the schema of its parameter.
 *
 * A value from a query or form arrives as text (`fromText`) and may hold JSON; one from a JSON body arrives as it is,
 * where objects and arrays may still be JSON text.
 *
 * @throws {Refused} `invalid_parameter` naming the parameter.
 */
export function parseValue(schema: TSchema, value: unknown, fromText: boolean, reading: Reading): unknown {
  const s = schema as Schema
  const wrong = (hint?: string) => invalidValue(reading.parameter, hint)
  if (s.anyOf) return parseNullable(s.anyOf, value, fromText, reading)
  if (s.presence) return true
  if (s.idType) return parseId(s.idType, value, reading)
  switch (s.type) {
    case 'string':
      return parseText(s, value, wrong)
    case 'boolean': {
      const read = fromText && typeof value === 'string' ? { true: true, false: false }[value] : value
      if (typeof read !== 'boolean') throw wrong('true or false')
      return read
    }
    case 'integer':
    case 'number':
      return parseNumber(s, value, fromText, wrong)
    case 'array':
      return parseList(s, value, fromText, reading)
    case 'object':
      return parseObject(s, value, reading)
    default:
      throw new Error(`A parameter of type '${s.type}' cannot be read`)
  }
}

/** The JSON Schema keywords our parameter words use, and our own: idType, trimmed, distinct, dictionary, presence. */
export interface Schema {
  type?: string
  enum?: readonly string[]
  format?: string
  pattern?: string
  idType?: string
  trimmed?: boolean
  distinct?: boolean
  dictionary?: string
  presence?: boolean
  onlyV3?: boolean
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMaximum?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  minProperties?: number
  additionalProperties?: unknown
  items?: TSchema
  properties?: Record<string, TSchema>
  required?: readonly string[]
  anyOf?: readonly TSchema[]
}

function parseNullable(choices: readonly TSchema[], value: unknown, fromText: boolean, reading: Reading): unknown {
  if (value === null || (fromText && value === 'null')) return null
  return parseValue(choices[0] as TSchema, value, fromText, reading)
}

function parseText(s: Schema, value: unknown, wrong: (hint?: string) => Error): unknown {
  if (typeof value !== 'string' || value.includes('\0')) throw wrong('text')
  if (s.enum) {
    if (!s.enum.includes(value)) throw wrong(`one of ${s.enum.join(', ')}`)
    return value
  }
  switch (s.format) {
    case 'date':
      if (!isDate(value)) throw wrong('yyyy-MM-dd')
      return value
    case 'date-time':
      if (!isInstant(value)) throw wrong("yyyy-MM-dd'T'HH:mm:ss'Z'")
      return new Date(value)
    case 'local-date-time':
      if (!isDateOrLocalDateTime(value)) throw wrong("yyyy-MM-dd or yyyy-MM-dd'T'HH:mm:ss")
      return value
    case 'day-of-moment':
      if (!isDateOrLocalDateTime(value) && !isInstant(value)) throw wrong('yyyy-MM-dd')
      return value.slice(0, 10)
  }
  const text = s.trimmed ? value.trim() : value
  if (text.length < (s.minLength ?? 0)) throw wrong('text that is not empty')
  if (s.maxLength !== undefined && text.length > s.maxLength) throw wrong(`at most ${s.maxLength} characters`)
  if (s.pattern && !new RegExp(s.pattern).test(text)) throw wrong(`text that matches ${s.pattern}`)
  return text
}

const jsonNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

function parseNumber(s: Schema, value: unknown, fromText: boolean, wrong: (hint?: string) => Error): number {
  const read = fromText && typeof value === 'string' && jsonNumber.test(value) ? Number(value) : value
  if (typeof read !== 'number' || !Number.isFinite(read)) throw wrong('a number')
  if (s.type === 'integer' && !Number.isSafeInteger(read)) throw wrong('a whole number')
  if (s.minimum !== undefined && read < s.minimum) throw wrong(`${s.minimum} or more`)
  if (s.maximum !== undefined && read > s.maximum) throw wrong(`${s.maximum} or less`)
  if (s.exclusiveMaximum !== undefined && read >= s.exclusiveMaximum) throw wrong(`less than ${s.exclusiveMaximum}`)
  return read
}

/** Values of a list that says nothing of their number: more than any client needs, and few enough for one query. */
const mostValues = 15_000

function parseList(s: Schema, value: unknown, fromText: boolean, reading: Reading): unknown[] {
  const items = s.items as TSchema
  const given = Array.isArray(value) ? { values: value, asText: fromText } : listFromText(value, items, reading)
  const values = s.distinct ? [...new Set(given.values)] : given.values
  const most = s.maxItems ?? mostValues
  if (values.length > most) throw invalidValue(reading.parameter, `at most ${most} values`)
  if (s.minItems !== undefined && values.length < s.minItems)
    throw invalidValue(reading.parameter, `at least ${s.minItems} values`)
  const read = values.map((item) => parseValue(items, item, given.asText, reading))
  // Two texts may be one id: the classic and the 64-bit form.
  return s.distinct
    ? [...new Map(read.map((item) => [typeof item === 'object' ? JSON.stringify(item) : item, item])).values()]
    : read
}

/** JSON array, `[a,b]` with bare words, `a,b`, or one bare value. Objects are never separated at commas. */
function listFromText(value: unknown, items: TSchema, reading: Reading): { values: unknown[]; asText: boolean } {
  if (typeof value !== 'string') throw invalidValue(reading.parameter, 'an array')
  const text = value.trim()
  const holdsObjects = (items as Schema).type === 'object'
  const json = parseJson(text)
  if (Array.isArray(json)) return { values: json, asText: false }
  if (holdsObjects) {
    if (json !== null && typeof json === 'object') return { values: [json], asText: false }
    throw invalidValue(reading.parameter, 'a JSON array of objects')
  }
  const inner = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1).trim() : text
  if (inner === '') {
    if (text === '') throw invalidValue(reading.parameter, 'an array')
    return { values: [], asText: true }
  }
  return { values: inner.split(',').map((part) => part.trim().replace(/^"(.*)"$/, '$1')), asText: true }
}

function parseObject(s: Schema, value: unknown, reading: Reading): unknown {
  const read = typeof value === 'string' ? parseJson(value) : value
  if (read === null || typeof read !== 'object' || Array.isArray(read))
    throw invalidValue(reading.parameter, 'a JSON object')
  if (s.dictionary) return parseAccessRoles(read as Record<string, unknown>, reading)
  if (!s.properties) return read
  const entries = Object.entries(read)
  for (const [name] of entries) {
    if (!Object.hasOwn(s.properties, name))
      throw invalidValue(reading.parameter, `members ${Object.keys(s.properties).join(', ')}; not '${name}'`)
  }
  for (const name of s.required ?? [])
    if (!Object.hasOwn(read, name)) throw invalidValue(reading.parameter, `an object with '${name}'`)
  if (entries.length < (s.minProperties ?? 0))
    throw invalidValue(reading.parameter, `at least one of ${Object.keys(s.properties).join(', ')}`)
  return Object.fromEntries(
    entries.map(([name, member]) => [name, parseValue(s.properties?.[name] as TSchema, member, false, reading)]),
  )
}

const mostRoles = 1000

/** Contact id → id of its access role. */
function parseAccessRoles(dictionary: Record<string, unknown>, reading: Reading): unknown {
  const entries = Object.entries(dictionary)
  if (entries.length > mostRoles) throw invalidValue(reading.parameter, `at most ${mostRoles} contacts`)
  return entries.map(([contact, accessRole]) => ({
    contact: parseId('ContactOrInvitation', contact, reading),
    accessRoleId: parseId('AccessRole', accessRole, reading),
  }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
