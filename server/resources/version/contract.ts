import { integer, model } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'

export const ApiVersion = model('ApiVersion', { major: integer(), minor: integer() })

export const getVersion = operation({
  id: 'getVersion',
  method: 'GET',
  paths: ['/version'],
  summary: 'Version of the API',
  scopes: [],
  kinds: { version: ApiVersion },
  parameters: {},
})
