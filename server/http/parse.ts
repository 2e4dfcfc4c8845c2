import type { TSchema } from 'typebox'
import { invalidParameter, invalidValue, Refused, required } from '#contract/errors.ts'
import type { Operation } from '#contract/operation.ts'
import { parseValue, type Schema } from './parse-value.ts'

/** Parameters as they came: by path, query and body, before anything is read from them. */
export interface RawParameters {
  path: Record<string, string>
  /** A name that was repeated has an array. */
  query: Record<string, string | string[]>
  /** Form fields are text; members of a JSON body are values. */
  body:
    | { from: 'form'; values: Record<string, string | string[]> }
    | { from: 'json'; values: Record<string, unknown> }
    | undefined
}

/** Of the API; v3 has a few parameters that v4 has no more. */
export type Version = 'v3' | 'v4'

export interface Parsed {
  input: Record<string, unknown>
  fields: ReadonlySet<string>
  pageToken: string | undefined
}

/**
 * Reads the parameters of an operation: unknown names are refused, then required ones must be there, then each value is
 * read by its schema. A name in query and body counts from the body.
 *
 * @throws {Refused} `invalid_parameter`, `parameter_required`
 */
export function parse(operation: Operation, raw: RawParameters, accountId: number, version: Version = 'v4'): Parsed {
  const given = gather(operation, raw, version)
  const input: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(operation.parameters)) {
    const found = given.get(name)
    if (!found) {
      if (isRequired(operation, name, schema)) throw required(name)
      const fallback = (schema as { default?: unknown }).default
      if (fallback !== undefined) input[name] = fallback
      continue
    }
    input[name] = parseValue(schema, found.value, found.fromText, { accountId, parameter: name })
  }
  return { input, fields: parseFields(operation, given.get('fields')), pageToken: pageTokenOf(operation, given) }
}

interface Given {
  value: unknown
  fromText: boolean
}

function gather(operation: Operation, raw: RawParameters, version: Version): Map<string, Given> {
  const given = new Map<string, Given>()
  const take = (name: string, value: unknown, fromText: boolean) => {
    if (!isKnown(operation, name, raw, version))
      throw invalidParameter(`Parameter '${shown(name)}' is unknown for ${operation.method} ${operation.paths[0]}`)
    given.set(name, { value: fromText ? oneOrMany(operation, name, value as string | string[]) : value, fromText })
  }
  for (const [name, value] of Object.entries(raw.query)) take(name, value, true)
  for (const [name, value] of Object.entries(raw.body?.values ?? {})) take(name, value, raw.body?.from === 'form')
  for (const [name, value] of Object.entries(raw.path)) given.set(name, { value, fromText: true })
  return given
}

/** Path names are no parameters of query or body. */
function isKnown(operation: Operation, name: string, raw: RawParameters, version: Version): boolean {
  if (Object.hasOwn(raw.path, name) || operation.paths.some((path) => path.includes(`{${name}}`))) return false
  return (
    (Object.hasOwn(operation.parameters, name) &&
      (version === 'v3' || !(operation.parameters[name] as Schema).onlyV3)) ||
    (name === 'fields' && operation.fields !== undefined) ||
    name === operation.pageToken
  )
}

/** The same name twice in an array parameter joins; in any other it is refused. */
function oneOrMany(operation: Operation, name: string, value: string | string[]): unknown {
  if (!Array.isArray(value)) return value
  const schema = operation.parameters[name] as Schema | undefined
  if (schema?.type !== 'array' && name !== 'fields') throw invalidValue(name, 'the parameter once')
  return value
}

/** A parameter of the path belongs to the paths that name it only. */
function isRequired(operation: Operation, name: string, schema: TSchema): boolean {
  if (operation.paths.some((path) => path.includes(`{${name}}`))) return false
  return !('~optional' in schema)
}

function parseFields(operation: Operation, given: Given | undefined): ReadonlySet<string> {
  if (!given || !operation.fields) return new Set()
  const list = { type: 'array', items: { type: 'string', enum: operation.fields } } as unknown as TSchema
  return new Set(parseValue(list, given.value, given.fromText, { accountId: 0, parameter: 'fields' }) as string[])
}

function pageTokenOf(operation: Operation, given: Map<string, Given>): string | undefined {
  const value = operation.pageToken ? given.get(operation.pageToken)?.value : undefined
  if (value === undefined) return undefined
  if (typeof value !== 'string' || value === '')
    throw invalidValue(operation.pageToken as string, 'a token from the page before')
  return value
}

const shown = (name: string) => name.replace(/[^\w.-]/g, '?').slice(0, 100)

/** 400 for a body that is no object of parameters. */
export const brokenBody = (why: string): Refused => new Refused('invalid_request', why)
