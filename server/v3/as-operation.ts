import { type TSchema, Type } from 'typebox'
import type { Operation } from '#contract/operation.ts'
import { id } from '#contract/parameters.ts'
import { pathParameters } from '#contract/path-parameters.ts'
import { v3Deprecation } from './deprecation.ts'
import type { Shape } from './models.ts'
import { mostIds, type V3Operation, v4Of } from './operation.ts'
import { operations } from './operations/index.ts'

function asOperation(v3: V3Operation): Operation {
  const { operation: v4 } = v4Of(v3)
  const {
    fields: _fields,
    pageToken,
    paths: _paths,
    parameters: _parameters,
    addition: _addition,
    deprecatedFields = {},
    ...same
  } = v4
  return {
    ...same,
    id: idOf(v3),
    paths: v3.paths,
    description: descriptionOf(v3, v4),
    deprecated: v3Deprecation,
    kinds: Object.fromEntries(
      Object.entries(v4.kinds).map(([kind, model]) => [kind, shapedSchema(model, v3.model ?? {})]),
    ),
    parameters: Object.fromEntries([
      ...v3.paths.flatMap(pathParameters).map((name) => [name, inPath(v3, v4, name)]),
      ...(v3.parameters ?? []).filter((name) => name !== pageToken).map((name) => [name, elsewhere(v3, v4, name)]),
    ]),
    ...(v3.fields ? { fields: v3.fields, deprecatedFields: pick(deprecatedFields, v3.fields) } : {}),
    ...(pageToken && v3.parameters?.includes(pageToken) ? { pageToken } : {}),
  }
}

/** The entries with these names. */
const pick = <V>(all: Readonly<Record<string, V>>, names: readonly string[]): Record<string, V> =>
  Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)))

/** Where two operations are told of one of v4, the one below a folder is named as v4 names such: queryCommentsIn. */
function idOf(v3: V3Operation): string {
  const isSecond = operations.find(({ v4 }) => v4 === v3.v4) !== v3
  return isSecond ? `${v3.v4}In` : v3.v4
}

function descriptionOf(v3: V3Operation, v4: Operation): string {
  const always = Object.entries(v3.always ?? {}).map(([name, value]) => `\`${name}\` is always ${list(value)}.`)
  return [v4.description, where[v3.accounts], v3.oneId && 'Takes one id.', ...always].filter(Boolean).join(' ')
}

const where = {
  all: 'Runs in every account of the person, whose rows are put together; a path with an account runs in that one.',
  owner: 'Runs in the account that the ids in the path belong to.',
  profile: 'Runs in the account that the profile names.',
  any: undefined,
} as const satisfies Record<V3Operation['accounts'], string | undefined>

const list = (json: string): string => (JSON.parse(json) as string[]).join(', ')

function inPath({ oneId }: V3Operation, v4: Operation, name: string): TSchema {
  const schema = v4.parameters[name] as (TSchema & { items?: TSchema }) | undefined
  if (!schema) return name === 'accountId' ? id('Account') : Type.String()
  if (schema.items) return oneId ? schema.items : changed(schema, { maxItems: mostIds })
  return schema
}

/** As v4 has it; with names of values that only v3 knows. */
function elsewhere({ formerly }: V3Operation, v4: Operation, name: string): TSchema {
  const schema = v4.parameters[name] as TSchema & { enum?: readonly string[] }
  const former = Object.keys(formerly?.[name] ?? {})
  const copy = changed(schema, former.length > 0 ? { enum: [...former, ...(schema.enum ?? [])] } : {})
  delete (copy as { onlyV3?: true }).onlyV3
  return copy
}

/** TypeBox marks what is optional where spreading does not see it. */
function changed<S extends TSchema>(schema: S, changes: object): S {
  return Object.assign(Object.defineProperties({}, Object.getOwnPropertyDescriptors(schema)), changes) as S
}

interface Known extends TSchema {
  items?: TSchema
  properties?: Record<string, TSchema>
  required?: readonly string[]
}

/** The members of a model that v3 sends. */
export function shapedSchema(schema: TSchema, shape: Shape): TSchema {
  const { items, properties, required } = schema as Known
  if (items) return changed(schema, { items: shapedSchema(items, shape) })
  if (!properties) return schema
  const kept = Object.entries(shape).flatMap(([name, inner]) => {
    const member = properties[name]
    if (!member) return []
    return [[name, inner === true ? member : shapedSchema(member, inner)]]
  })
  return changed(schema, {
    properties: Object.fromEntries(kept),
    required: (required ?? []).filter((name) => Object.hasOwn(shape, name)),
  })
}

/** The operations of v3 as contracts of their own: what the table says of v4's, for documents and pages. */
export const contracts: readonly Operation[] = operations.map(asOperation)
