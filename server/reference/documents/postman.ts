import type { TSchema } from 'typebox'
import type { Operation } from '#contract/operation.ts'
import { isRequired, otherParameters, pathParameters } from '#contract/path-parameters.ts'
import type { Api } from '../apis.ts'
import { resourcesTold } from '../chapters.ts'
import { exampleOf } from '../examples.ts'
import { type Told, typeWords } from '../schema-words.ts'

/**
 * A collection for Postman and for those who read its format (v2.1): a folder for each resource, a request for each path.
 * `accessToken` takes a permanent token; without one, `clientId` and `clientSecret` get tokens by OAuth 2.0.
 */
export function postmanCollection(api: Api, publicUrl: string): object {
  return {
    info: {
      name: `Taskwright API ${api.version}`,
      description: `Every operation of the API ${api.version} at ${publicUrl}. Put a permanent token into the variable accessToken, or clientId and clientSecret of an application whose redirect URI is https://oauth.pstmn.io/v1/callback, and get a token. Optional parameters of the query are switched off.`,
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    auth: {
      type: 'oauth2',
      oauth2: Object.entries(oauth(api, publicUrl)).map(([key, value]) => ({ key, value, type: 'string' })),
    },
    variable: [
      { key: 'baseUrl', value: `${publicUrl}${api.base}` },
      { key: 'accessToken', value: '' },
      { key: 'clientId', value: '' },
      { key: 'clientSecret', value: '' },
    ],
    item: [...api.resources].map(([name, operations]) => ({
      name: resourcesTold[name].title,
      description: resourcesTold[name].says,
      item: operations.flatMap((operation) => operation.paths.map((path) => request(operation, path))),
    })),
  }
}

const oauth = (api: Api, publicUrl: string) => ({
  grant_type: 'authorization_code_with_pkce',
  authUrl: `${publicUrl}/oauth2/authorize${api.version === 'v4' ? '/v4' : ''}`,
  accessTokenUrl: `${publicUrl}/oauth2/token`,
  redirect_uri: 'https://oauth.pstmn.io/v1/callback',
  clientId: '{{clientId}}',
  clientSecret: '{{clientSecret}}',
  challengeAlgorithm: 'S256',
  scope: 'Default',
  client_authentication: 'body',
  addTokenTo: 'header',
  headerPrefix: 'bearer',
  accessToken: '{{accessToken}}',
})

function request(operation: Operation, path: string): object {
  const { id, method, summary, description, paths } = operation
  const isWrite = method === 'POST' || method === 'PUT'
  const inBody = isWrite && operation.body !== 'binary'
  const url = path.replace(/\{(\w+)\}/g, ':$1')
  return {
    name: paths.length > 1 ? `${summary}: ${path}` : summary,
    request: {
      method,
      description: `${description ?? summary} (${id})`,
      header: operation.body === 'binary' ? [{ key: 'X-File-Name', value: 'notes.txt' }] : [],
      url: {
        raw: `{{baseUrl}}${url}`,
        host: ['{{baseUrl}}'],
        path: url.split('/').slice(1),
        variable: pathParameters(path).map((name) => ({
          key: name,
          value: '',
          description: typeWords(operation.parameters[name] as TSchema),
        })),
        ...(inBody ? {} : { query: query(operation) }),
      },
      ...(inBody ? { body: jsonBody(operation) } : {}),
      ...(operation.body === 'binary' ? { body: { mode: 'file', file: {} } } : {}),
    },
    response: [],
  }
}

function query(operation: Operation): object[] {
  const told = otherParameters(operation).map(([name, schema]) => ({
    key: name,
    value: asText(exampleOf(schema)),
    description: (schema as Told).description ?? typeWords(schema),
    disabled: !isRequired(schema),
  }))
  const extra = [
    ...(operation.fields ? [{ key: 'fields', value: JSON.stringify(operation.fields), disabled: true }] : []),
    ...(operation.pageToken ? [{ key: operation.pageToken, value: '', disabled: true }] : []),
  ]
  return [...told, ...extra]
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** What has to be sent, or the first thing that can be. */
function jsonBody(operation: Operation): object {
  const all = otherParameters(operation)
  const needed = all.filter(([, schema]) => isRequired(schema))
  const shown = needed.length > 0 ? needed : all.slice(0, 1)
  const values = Object.fromEntries(shown.map(([name, schema]) => [name, exampleOf(schema)]))
  return { mode: 'raw', raw: JSON.stringify(values, null, 2), options: { raw: { language: 'json' } } }
}
