import { validate } from '@readme/openapi-parser'
import { describe, expect, test } from 'vitest'
import { bound } from '#resources/index.ts'
import { openapiDocument } from './openapi.ts'

type Json = Record<string, unknown>
type Described = Json & {
  description: string
  parameters: { name: string; in: string; required: boolean }[]
  requestBody: { content: Record<string, { schema: { properties: Json; required: string[] } }> }
}
const document = openapiDocument()
const paths = document.paths as Record<string, Record<string, Described>>
const of = (shape: string, method: string) => {
  const path = Object.keys(paths).filter((one) => one.replace(/\{\w+\}/g, '{}') === shape)
  expect(path).toHaveLength(1)
  return paths[path[0] as string]?.[method] as Described
}
const bodyNames = (described: Described) =>
  Object.keys(described.requestBody.content['application/json']?.schema.properties ?? {})

describe('the OpenAPI document', () => {
  test('is valid', async () => {
    const result = await validate(structuredClone(document) as never)
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
})
