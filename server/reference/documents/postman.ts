import type { TSchema } from 'typebox'
import type { Operation } from '#contract/operation.ts'
import { otherParameters, pathParameters } from '#contract/path-parameters.ts'
import type { Api } from '../apis.ts'
import { resourcesTold } from '../chapters.ts'
import { asText, type Call } from '../samples/call.ts'
import { callOf } from '../samples/call-of.ts'
import { type Told, typeWords } from '../schema-words.ts'

/**
 * A collection for Postman and for those who read its format (v2.1): a folder for each resource, a request for each path.
 * `accessToken` takes a permanent token; without one, `clientId` and `clientSecret` get tokens by OAuth 2.0.
 */
export function postmanCollection(api: Api, publicUrl: string): object {
  return {
    info: {
      name: `Taskwright API ${api.version}`,
      description: `Every operation of the API ${api.version} at ${publicUrl}. Put a permanent token into the variable accessToken, or clientId and clientSecret of an application whose redirect URI is https://oauth.pstmn.io/v1/callback, and get a token. Parameters that the example does not need are switched off.`,
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
      item: operations.flatMap((operation) => operation.paths.map((path) => request(api, operation, path))),
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

function request(api: Api, operation: Operation, path: string): object {
  const { id, method, summary, description, paths } = operation
  const call = callOf(api, operation, path)
  const url = path.replace(/\{(\w+)\}/g, ':$1')
  const inQuery = method === 'GET' || method === 'DELETE' || operation.body === 'binary'
  return {
    name: paths.length > 1 ? `${summary}: ${path}` : summary,
    request: {
      method,
      description: `${description ?? summary} (${id})`,
      header: call.sends === undefined ? [] : [{ key: 'X-File-Name', value: call.sends }],
      url: {
        raw: `{{baseUrl}}${url}`,
        host: ['{{baseUrl}}'],
        path: url.split('/').slice(1),
        variable: pathParameters(path).map((name) => ({
          key: name,
          value: '',
          description: typeWords(operation.parameters[name] as TSchema),
        })),
        ...(inQuery ? { query: query(operation, call) } : {}),
      },
      ...(call.sends === undefined ? {} : { body: { mode: 'file', file: {} } }),
      ...(inQuery ? {} : { body: jsonBody(call) }),
    },
    response: [],
  }
}

/** Every parameter; those that the example does not need are switched off. */
function query(operation: Operation, call: Call): object[] {
  const told = otherParameters(operation).map(([name, schema]) => ({
    key: name,
    value: name in call.query ? asText(call.query[name]) : '',
    description: (schema as Told).description ?? typeWords(schema),
    disabled: !(name in call.query),
  }))
  const extra = [
    ...(operation.fields ? [{ key: 'fields', value: JSON.stringify(operation.fields), disabled: true }] : []),
    ...(operation.pageToken ? [{ key: operation.pageToken, value: '', disabled: true }] : []),
  ]
  return [...told, ...extra]
}

const jsonBody = ({ body = {} }: Call): object => ({
  mode: 'raw',
  raw: JSON.stringify(body, null, 2),
  options: { raw: { language: 'json' } },
})
