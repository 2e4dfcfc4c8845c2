import { validate } from '@readme/openapi-parser'
import { describe, expect, test } from 'vitest'
import { apis, v3, v4 } from '#reference/apis.ts'
import { modelsOf } from '#reference/models.ts'
import { bound } from '#resources/index.ts'
import { openapiDocument } from './openapi.ts'

type Json = Record<string, unknown>
type Described = Json & {
  description: string
  parameters: { name: string; in: string; required: boolean }[]
  requestBody: { content: Record<string, { schema: { properties: Json; required: string[] } }> }
}
const document = openapiDocument(v4)
const paths = document.paths as Record<string, Record<string, Described>>
const of = (shape: string, method: string) => {
  const path = Object.keys(paths).filter((one) => one.replace(/\{\w+\}/g, '{}') === shape)
  expect(path).toHaveLength(1)
  return paths[path[0] as string]?.[method] as Described
}
const bodyNames = (described: Described) =>
  Object.keys(described.requestBody.content['application/json']?.schema.properties ?? {})

describe('the OpenAPI document', () => {
  test.each(Object.values(apis))('is valid: $version', async (api) => {
    const result = await validate(structuredClone(openapiDocument(api)) as never)
    expect(result).toMatchObject({ valid: true })
  })
  test('has each operation of the contract once, and no two paths of one shape', () => {
    const shapes = Object.keys(paths).map((path) => path.replace(/\{\w+\}/g, '{}'))
    expect(new Set(shapes).size).toBe(shapes.length)
    const told = Object.values(paths).flatMap((item) =>
      Object.values(item).flatMap((described) =>
        [described.operationId, described['x-bulk-operation']].filter(Boolean),
      ),
    ) as string[]
    expect(new Set(told).size).toBe(told.length)
    const expected = bound.flatMap(({ operation: { id, paths: own } }) =>
      own.length === 1 ? [id] : own.map((_, at) => `${id}_${at + 1}`),
    )
    expect(told.sort()).toEqual(expected.sort())
  })
  for (const { operation } of bound.filter((one) => one.operation.bulkOf)) {
    const single = bound.find((one) => one.operation.id === operation.bulkOf)?.operation
    test(`tells of ${operation.bulkOf} and ${operation.id} at one place, with the parameters of both`, () => {
      const shape = (operation.paths[0] as string).replace(/\{\w+\}/g, '{}')
      const described = of(shape, operation.method.toLowerCase())
      const names = [...bodyNames(described), ...described.parameters.map((parameter) => parameter.name)]
      const wanted = [operation, single]
        .flatMap((one) => Object.keys(one?.parameters ?? {}))
        .filter((name) => !/Ids?$/.test(name))
      expect(names).toEqual(expect.arrayContaining(wanted))
      expect(described.operationId).toBe(single?.id)
      expect(described.description).toContain('With several ids')
    })
  }
  test('says what only one task takes', () => {
    const { description } = of('/tasks/{}', 'put')
    expect(description).toMatch(/Several ids take only: .*customStatus/)
    expect(description).not.toMatch(/Several ids take only: .*title/)
  })
  test('of v3 has its paths, its names of accounts, and of models the members that v3 sends', () => {
    const told = openapiDocument(v3, 'https://work.example.com')
    const v3Paths = told.paths as Record<string, Record<string, Described>>
    expect(told.servers).toEqual([{ url: 'https://work.example.com/api/v3' }])
    expect(v3Paths['/accounts/{accountId}/tasks']?.get?.operationId).toBe('queryTasks_2')
    expect(v3Paths['/folders/{folderId}/tasks']?.get?.operationId).toBe('queryTasksIn')
    const { schemas } = told.components as { schemas: Record<string, { properties: Json }> }
    expect(Object.keys(schemas.Webhook?.properties ?? {})).toEqual(['id', 'accountId', 'folderId', 'hookUrl', 'status'])
    expect(bodyNames(v3Paths['/accounts/{accountId}/webhooks']?.post as Described)).toEqual(['hookUrl'])
  })
  test.each(Object.values(apis))('means one thing by each name of a model: $version', (api) => {
    for (const { name, schemas } of modelsOf(api).values()) {
      const forms = new Set(schemas.map((schema) => JSON.stringify(schema)))
      expect([...forms], name).toHaveLength(1)
    }
  })
})
