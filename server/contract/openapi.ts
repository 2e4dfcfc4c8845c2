import type { TSchema } from 'typebox'
import { type Api, resourceOf } from '#reference/apis.ts'
import { resourcesTold } from '#reference/chapters.ts'
import { type Deprecation, deprecationText } from './deprecation.ts'
import { errorStatus } from './errors.ts'
import { type DeprecationMarks, deprecationNote, valueNotes } from './openapi-deprecations.ts'
import { addMethod, mergeSameShapes } from './openapi-shapes.ts'
import type { Operation } from './operation.ts'
import { isRequired, otherParameters, pathParameters } from './path-parameters.ts'
import { features } from './plans.ts'
import { scopes } from './scopes.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of all operations of an API, derived from their contracts. */
export function openapiDocument(api: Api, publicUrl = 'http://127.0.0.1:8080'): Json {
  const components = new Map<string, Json>()
  const paths: Record<string, Json> = {}
  for (const operation of api.operations.values()) {
    for (const path of operation.paths) {
      const item = paths[path] ?? {}
      paths[path] = item
      addMethod(item, operation.method.toLowerCase(), describe(api, operation, path, components))
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Taskwright API',
      version: `${api.version.slice(1)}.0.0`,
      summary: `Compatible with the Wrike API ${api.version}`,
      description: `Guides and the whole reference: ${publicUrl}/developers`,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: `${publicUrl}${api.base}` }],
    security: [{ oauth2: [] }],
    tags: [...api.resources.keys()].map((name) => {
      const { title, says } = resourcesTold[name]
      return { name: title, description: says }
    }),
    paths: mergeSameShapes(paths),
    components: {
      schemas: { ...Object.fromEntries(components), Error: errorSchema },
      parameters: headerParameters,
      responses: errorResponses,
      securitySchemes: {
        oauth2: {
          type: 'oauth2',
          flows: {
            authorizationCode: {
              authorizationUrl: `${publicUrl}/oauth2/authorize/v4`,
              tokenUrl: `${publicUrl}/oauth2/token`,
              refreshUrl: `${publicUrl}/oauth2/token`,
              scopes,
            },
          },
        },
      },
    },
  }
}

function describe(api: Api, operation: Operation, path: string, components: Map<string, Json>): Json {
  const write = operation.method === 'POST' || operation.method === 'PUT'
  const inQuery = !write || operation.body === 'binary'
  const inPath = pathParameters(path)
  const elsewhere = otherParameters(operation)
  return {
    operationId: operation.paths.length === 1 ? operation.id : `${operation.id}_${operation.paths.indexOf(path) + 1}`,
    tags: [resourcesTold[resourceOf(api, operation)].title],
    summary: operation.summary,
    ...(describedBy(operation) ? { description: describedBy(operation) } : {}),
    ...(operation.deprecated ? { deprecated: true, 'x-deprecation': operation.deprecated } : {}),
    ...(operation.addition ? { 'x-addition': true } : {}),
    ...(operation.bulkOf ? { 'x-bulk-of': operation.bulkOf } : {}),
    security: [{ oauth2: [...operation.scopes] }],
    parameters: [
      ...inPath.map((name) => ({
        name,
        in: 'path',
        required: true,
        style: 'simple',
        schema: asPathSchema(operation.parameters[name]),
      })),
      ...(inQuery ? elsewhere.map(([name, schema]) => queryParameter(name, schema)) : []),
      ...(operation.body === 'binary' ? [fileNameHeader] : []),
      ...(operation.method === 'GET' ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }]),
      ...(operation.conditional ? [{ $ref: '#/components/parameters/IfMatch' }] : []),
      ...(write ? [] : commonParameters(operation)),
    ],
    ...(write ? { requestBody: operation.body === 'binary' ? fileBody : requestBody(operation, elsewhere) } : {}),
    responses: {
      ...(operation.answer === 'binary'
        ? fileAnswers
        : {
            200: {
              description: 'Success',
              content: { 'application/json': { schema: answerSchema(operation, components) } },
            },
          }),
      ...Object.fromEntries(
        Object.keys(errorResponses)
          .filter((name) => mayAnswer(operation, name))
          .map((name) => [statusOf(name), { $ref: `#/components/responses/${name}` }]),
      ),
    },
  }
}

const bytes: Json = { type: 'string', format: 'binary' }

const fileNameHeader: Json = {
  name: 'X-File-Name',
  in: 'header',
  required: false,
  description: 'Name of the file in the body; UTF-8, also percent-encoded',
  schema: { type: 'string' },
}

const headerParameters: Record<string, Json> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description:
      'A text of your own, best a UUID: sent again with the same key, the request is not carried out again, but answered as before, for 24 hours',
    schema: { type: 'string', maxLength: 255 },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The ETag of an answer: nothing is changed if the entity has been changed since',
    schema: { type: 'string' },
  },
}

const fileBody: Json = { required: false, content: { 'application/octet-stream': { schema: bytes } } }

const fileAnswers: Json = {
  200: { description: 'The file', content: { '*/*': { schema: bytes } } },
  206: { description: 'The range of it that was asked for', content: { '*/*': { schema: bytes } } },
  304: { description: 'Not changed since the ETag that was sent' },
  416: { description: 'The range lies beyond its end' },
}

const describedBy = (operation: Operation): string =>
  [
    operation.deprecated && deprecationText(operation.deprecated),
    operation.description,
    operation.addition ? 'An addition of Taskwright: the original has no such call.' : undefined,
    operation.admin ? 'Account admins only.' : undefined,
    operation.feature
      ? `Needs a plan with: ${features[operation.feature].says} (from ${features[operation.feature].from}).`
      : undefined,
  ]
    .filter(Boolean)
    .join(' ')

/** One id in the path, or several separated by commas. */
function asPathSchema(schema: TSchema | undefined): Json {
  const plain = plainSchema(schema) as Json
  return plain.type === 'array'
    ? { type: 'string', description: 'Ids, separated by commas', pattern: '^[a-zA-Z0-9_:.=,-]+$' }
    : plain
}

/** Objects and arrays travel as JSON text. */
function queryParameter(name: string, schema: TSchema): Json {
  const plain = plainSchema(schema) as Json
  const isJson = plain.type === 'array' || plain.type === 'object' || plain.anyOf !== undefined
  return {
    name,
    in: 'query',
    required: isRequired(schema),
    ...(plain.deprecated ? { deprecated: true } : {}),
    ...(plain.description ? { description: plain.description } : {}),
    ...(isJson ? { content: { 'application/json': { schema: plain } } } : { schema: plain }),
  }
}

function commonParameters(operation: Operation): Json[] {
  const text = { type: 'string' }
  return [
    ...(operation.fields
      ? [
          {
            name: 'fields',
            in: 'query',
            required: false,
            content: { 'application/json': { schema: fieldsSchema(operation) } },
          },
        ]
      : []),
    ...(operation.pageToken ? [{ name: operation.pageToken, in: 'query', required: false, schema: text }] : []),
  ]
}

const fieldsSchema = (operation: Operation): Json => ({
  type: 'array',
  items: { type: 'string', enum: operation.fields },
  ...valueNotes(operation.deprecatedFields as Readonly<Record<string, Deprecation>> | undefined),
})

function requestBody(operation: Operation, parameters: [string, TSchema][]): Json {
  const schema = {
    type: 'object',
    properties: {
      ...Object.fromEntries(parameters.map(([name, one]) => [name, plainSchema(one)])),
      ...(operation.fields ? { fields: fieldsSchema(operation) } : {}),
    },
    required: parameters.filter(([, one]) => isRequired(one)).map(([name]) => name),
    additionalProperties: false,
  }
  return {
    required: schema.required.length > 0,
    content: { 'application/json': { schema }, 'application/x-www-form-urlencoded': { schema } },
  }
}

function answerSchema(operation: Operation, components: Map<string, Json>): Json {
  const kinds = Object.entries(operation.kinds).map(([kind, model]) => ({
    type: 'object',
    properties: {
      kind: { const: kind },
      data: { type: 'array', items: asComponent(plainSchema(model), components) },
      nextPageToken: { type: 'string' },
      responseSize: { type: 'integer' },
      state: { type: 'string' },
    },
    required: ['kind', 'data'],
  }))
  return kinds.length === 1 ? (kinds[0] as Json) : { oneOf: kinds }
}

/** Named models become components, referred to wherever they stand. */
function asComponent(schema: unknown, components: Map<string, Json>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => asComponent(item, components))
  if (schema === null || typeof schema !== 'object') return schema
  const { modelName, ...rest } = schema as Json
  const inner = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, asComponent(value, components)]))
  if (typeof modelName !== 'string') return inner
  components.set(modelName, inner)
  return { $ref: `#/components/schemas/${modelName}` }
}

/** JSON Schema without TypeBox's marks; our own keywords become extensions. */
function plainSchema(schema: TSchema | undefined): unknown {
  const renamed: Record<string, string> = { idType: 'x-id-type', presence: 'x-presence', format: 'format' }
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (value === null || typeof value !== 'object') return value
    const { deprecation, deprecatedValues, ...rest } = value as Json & DeprecationMarks
    const plain = Object.fromEntries(
      Object.entries(rest)
        .filter(([key]) => !['trimmed', 'distinct', 'dictionary'].includes(key))
        .map(([key, inner]) => [renamed[key] ?? key, walk(inner)]),
    )
    return {
      ...plain,
      ...valueNotes(deprecatedValues, plain.description),
      ...(deprecation ? deprecationNote(deprecation, plain) : {}),
    }
  }
  return walk(schema)
}

const errorSchema: Json = {
  type: 'object',
  properties: { error: { type: 'string', enum: Object.keys(errorStatus) }, errorDescription: { type: 'string' } },
  required: ['error', 'errorDescription'],
}

const errorResponse = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
})

const errorResponses = {
  BadRequest: errorResponse('invalid_request, invalid_parameter or parameter_required'),
  NotAuthorized: errorResponse('not_authorized: no, unknown, expired or revoked access token'),
  Forbidden: errorResponse('access_forbidden or not_allowed'),
  NotFound: errorResponse('resource_not_found or method_not_found'),
  Conflict: errorResponse(
    'invalid_request: a request with this Idempotency-Key is under way; wait as Retry-After says',
  ),
  Gone: errorResponse('invalid_request: what is asked for is not kept so long'),
  Changed: errorResponse('invalid_request: it has changed since the version that If-Match names'),
  OtherRequest: errorResponse('invalid_request: the Idempotency-Key was used for another request'),
  TooManyRequests: errorResponse('rate_limit_exceeded: wait as Retry-After says'),
  Unavailable: errorResponse('server_error: overload or maintenance; wait as Retry-After says'),
}

const statuses: Record<keyof typeof errorResponses, string> = {
  BadRequest: '400',
  NotAuthorized: '401',
  Forbidden: '403',
  NotFound: '404',
  Conflict: '409',
  Gone: '410',
  Changed: '412',
  OtherRequest: '422',
  TooManyRequests: '429',
  Unavailable: '503',
}
const statusOf = (name: string): string => statuses[name as keyof typeof statuses]

/** Most may happen to every operation. */
function mayAnswer(operation: Operation, name: string): boolean {
  if (name === 'Conflict' || name === 'OtherRequest') return operation.method !== 'GET'
  return name === 'Changed' ? operation.conditional === true : name !== 'Gone' || operation.id === 'queryChanges'
}
