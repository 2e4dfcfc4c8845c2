import fc from 'fast-check'
import { type TSchema, Type } from 'typebox'
import { describe, expect, test } from 'vitest'
import { Refused } from '#contract/errors.ts'
import type { Operation } from '#contract/operation.ts'
import * as words from '#contract/parameters.ts'
import { encodeId } from '#ids/encode.ts'
import { asQuery } from '#testing/client.ts'
import { parse, type RawParameters } from './parse.ts'
import { byName, formBody, jsonBody } from './raw-parameters.ts'

const accountId = 7

/** A parameter schema and values for it, as a JSON body has them. */
interface Sampled {
  schema: TSchema
  values: fc.Arbitrary<unknown>
}

const sentence = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => !text.includes('\0'))
const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const taskId = fc.integer({ min: 1, max: 2 ** 40 }).map((number) => encodeId('Task', accountId, number))
const importance = fc.constantFrom('High', 'Normal', 'Low')

const sampled: Sampled[] = [
  { schema: words.text({ minLength: 0 }), values: sentence },
  { schema: words.flag(), values: fc.boolean() },
  {
    schema: words.number(),
    values: fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  },
  { schema: words.integer(), values: fc.integer() },
  { schema: words.oneOf(['High', 'Normal', 'Low']), values: importance },
  { schema: words.listOf(words.oneOf(['High', 'Normal', 'Low'])), values: fc.array(importance) },
  { schema: words.id('Task'), values: taskId },
  { schema: words.ids('Task'), values: fc.array(taskId) },
  { schema: words.date(), values: day.map((text) => text.slice(0, 10)) },
  { schema: words.instant(), values: day.map((text) => `${text.slice(0, 19)}Z`) },
  { schema: words.localDateTime(), values: day.map((text) => text.slice(0, 19)) },
  {
    schema: words.object({ key: words.text(), value: words.optional(words.nullable(words.text({ minLength: 0 }))) }),
    values: fc.record({ key: sentence, value: fc.option(sentence) }),
  },
  { schema: words.listOf(words.object({ key: words.text() })), values: fc.array(fc.record({ key: sentence })) },
  { schema: words.nullable(words.object({ key: words.text() })), values: fc.option(fc.record({ key: sentence })) },
]

const operationOf = (schema: TSchema): Operation =>
  ({
    id: 'test',
    method: 'POST',
    paths: ['/test'],
    summary: '',
    scopes: [],
    kinds: { test: Type.Object({}) },
    parameters: { value: schema },
  }) as Operation

const read = (schema: TSchema, raw: Partial<RawParameters>) =>
  parse(operationOf(schema), { path: {}, query: {}, body: undefined, ...raw }, accountId).input.value

/** What reading gives, or the error it ends in. */
function outcome(work: () => unknown): unknown {
  try {
    return { value: work() }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { refused: error.message }
  }
}

describe('query, form and JSON give the same', () => {
  for (const { schema, values } of sampled) {
    test(JSON.stringify(schema).slice(0, 80), () => {
      fc.assert(
        fc.property(values, (value) => {
          const text = asQuery({ value }).slice(1)
          const asJson = outcome(() => read(schema, { body: jsonBody(JSON.stringify({ value })) }))
          expect(outcome(() => read(schema, { query: byName(new URLSearchParams(text)) as never }))).toEqual(asJson)
          expect(outcome(() => read(schema, { body: formBody(text) }))).toEqual(asJson)
          expect(asJson).toHaveProperty('value')
        }),
        { numRuns: 200 },
      )
    })
  }
})

test('lists come as JSON, in brackets, separated by commas, repeated, or as one bare value', () => {
  const schema = words.listOf(words.oneOf(['High', 'Normal', 'Low']))
  fc.assert(
    fc.property(fc.array(importance, { minLength: 1 }), (list) => {
      for (const text of [JSON.stringify(list), `[${list.join(',')}]`, list.join(','), `[ ${list.join(' , ')} ]`]) {
        expect(read(schema, { query: { value: text } })).toEqual(list)
      }
      if (list.length > 1) expect(read(schema, { query: { value: list } })).toEqual(list)
    }),
  )
})

test('no text makes reading fail but with an error that names the parameter', () => {
  fc.assert(
    fc.property(fc.constantFrom(...sampled), fc.oneof(fc.string(), fc.json()), (one, text) => {
      const result = outcome(() => read(one.schema, { query: { value: text } })) as { refused?: string }
      if (result.refused !== undefined) expect(result.refused).toContain("'value'")
    }),
    { numRuns: 2000 },
  )
})

test('a value in the body wins over one in the query; a scalar that is repeated is refused', () => {
  const raw = { query: { value: 'High' }, body: jsonBody('{"value":"Low"}') }
  expect(read(words.oneOf(['High', 'Low']), raw)).toBe('Low')
  expect(outcome(() => read(words.flag(), { query: { value: ['true', 'false'] } }))).toHaveProperty('refused')
})
