import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

/** Tasks with the titles 1, 2 and 3 and one without values; for each type of field the values of the three. */
const values = {
  Text: ['Tom & Jerry', 'tomato_100%', 'Zebra'],
  DropDown: ['Red', 'Green', 'Dark red'],
  Numeric: ['-5', '10', '100.5'],
  Currency: ['5', '10', '100'],
  Percentage: ['5', '10', '100'],
  Duration: ['5', '60', '480'],
  Date: ['2026-03-02', '2026-03-03', '2026-04-01'],
  Checkbox: ['true', 'false', 'true'],
  Multiple: ['["Red","Green"]', '["Green"]', 'Red,Blue'],
  Contacts: ['anna,ben', 'ben', 'anna'],
} as const
type Type = keyof typeof values

let world: World
const fields = {} as Record<Type, string>
const person = (text: string) => text.replace('anna', world.anna.id).replace('ben', world.ben.id)
beforeAll(async () => {
  world = await startWorld()
  await world.anna.delete(`/tasks/${world.dig.id}`)
  for (const type of Object.keys(values) as Type[]) {
    const settings =
      type === 'DropDown' || type === 'Multiple' ? { values: ['Red', 'Green', 'Dark red', 'Blue'] } : undefined
    const { body } = await world.anna.post('/customfields', { title: type, type, ...(settings ? { settings } : {}) })
    fields[type] = body.data[0].id
  }
  for (const at of [0, 1, 2])
    await world.task({
      title: String(at + 1),
      customFields: (Object.keys(values) as Type[]).map((type) => ({
        id: fields[type],
        value: person(values[type][at] as string),
      })),
    })
  await world.task({ title: 'none' })
})
afterAll(() => world.close())

const query = (type: Type, filter: Parameters) =>
  world.anna.get('/tasks', { customFields: [{ id: fields[type], ...filter }] })
const found = async (type: Type, filter: Parameters): Promise<string> => {
  const { status, body } = await query(type, filter)
  expect({ status, error: body.errorDescription }).toEqual({ status: 200, error: undefined })
  return body.data
    .map((task: Data) => task.title)
    .sort()
    .join(' ')
}

const cases: [Type, Parameters, string][] = [
  ['Text', { value: 'Tom & Jerry' }, '1'],
  ['Text', { comparator: 'EqualTo', value: 'tom & jerry' }, ''],
  ['Text', { comparator: 'Contains', value: 'TOM' }, '1 2'],
  ['Text', { comparator: 'Contains', value: '& J' }, '1'],
  ['Text', { comparator: 'Contains', value: '_100%' }, '2'],
  ['Text', { comparator: 'StartsWith', value: 'tom' }, '1 2'],
  ['Text', { comparator: 'EndsWith', value: 'ra' }, '3'],
  ['Text', { comparator: 'GreaterThan', value: 'U' }, '2 3'],
  ['DropDown', { value: 'Red' }, '1'],
  ['DropDown', { comparator: 'EndsWith', value: 'red' }, '1 3'],
  ['Numeric', { value: '10.0' }, '2'],
  ['Numeric', { comparator: 'LessThan', value: '10' }, '1'],
  ['Numeric', { comparator: 'LessOrEqualTo', value: '10' }, '1 2'],
  ['Numeric', { comparator: 'GreaterThan', value: '10' }, '3'],
  ['Numeric', { comparator: 'GreaterOrEqualTo', value: '10' }, '2 3'],
  ['Numeric', { comparator: 'InRange', minValue: '-5', maxValue: '10' }, '1 2'],
  ['Numeric', { comparator: 'NotInRange', minValue: '0', maxValue: '10' }, '1 3'],
  ['Currency', { comparator: 'LessThan', value: '100' }, '1 2'],
  ['Percentage', { comparator: 'GreaterThan', value: '9' }, '2 3'],
  ['Duration', { comparator: 'InRange', minValue: '60', maxValue: '480' }, '2 3'],
  ['Date', { value: '2026-03-02' }, '1'],
  ['Date', { comparator: 'LessThan', value: '2026-03-03' }, '1'],
  ['Date', { comparator: 'GreaterOrEqualTo', value: '2026-03-03' }, '2 3'],
  ['Date', { comparator: 'InRange', minValue: '2026-03-01', maxValue: '2026-03-31' }, '1 2'],
  ['Checkbox', { value: 'true' }, '1 3'],
  ['Multiple', { comparator: 'ContainsAll', values: ['Red', 'Green'] }, '1'],
  ['Multiple', { comparator: 'ContainsAny', values: ['Red', 'Green'] }, '1 2 3'],
  ['Multiple', { comparator: 'ContainsAny', value: 'Blue' }, '3'],
  ...(Object.keys(values) as Type[]).flatMap((type): [Type, Parameters, string][] => [
    [type, { comparator: 'IsEmpty' }, 'none'],
    [type, { comparator: 'IsNotEmpty' }, '1 2 3'],
  ]),
]
describe('tasks are found by the value of a custom field', () => {
  for (const [type, filter, expected] of cases)
    test(`${type} ${JSON.stringify(filter)}`, async () => expect(await found(type, filter)).toBe(expected))
  test('Contacts that contain all, or any', async () => {
    const both = { values: [world.anna.id, world.ben.id] }
    expect(await found('Contacts', { comparator: 'ContainsAll', ...both })).toBe('1')
    expect(await found('Contacts', { comparator: 'ContainsAny', ...both })).toBe('1 2 3')
  })
  test('several conditions that all hold, the old parameter among them', async () => {
    const { body } = await world.anna.get('/tasks', {
      customFields: [{ id: fields.Numeric, comparator: 'GreaterThan', value: '0' }],
      customField: { id: fields.Checkbox, value: 'true' },
    })
    expect(body.data.map((task: Data) => task.title)).toEqual(['3'])
  })
})

describe('a condition is refused', () => {
  const wrong: [Type, Parameters][] = [
    ['Text', { comparator: 'ContainsAll', values: ['x'] }],
    ['Numeric', { comparator: 'Contains', value: '1' }],
    ['Date', { comparator: 'StartsWith', value: '2026' }],
    ['Multiple', { comparator: 'LessThan', value: 'x' }],
    ['Contacts', { comparator: 'EndsWith', value: 'x' }],
    ['Checkbox', { comparator: 'GreaterThan', value: 'true' }],
    ['Numeric', { value: 'ten' }],
    ['Numeric', { comparator: 'InRange', minValue: '1' }],
    ['Numeric', { comparator: 'NotInRange', maxValue: '1' }],
    ['Text', { comparator: 'EqualTo' }],
    ['Multiple', { comparator: 'ContainsAny' }],
    ['Text', { comparator: 'equalTo', value: 'x' }],
  ]
  for (const [type, filter] of wrong)
    test(`${type} ${JSON.stringify(filter)}`, async () => {
      const { status, body } = await query(type, filter)
      expect({ status, error: body.error }).toEqual({ status: 400, error: 'invalid_parameter' })
    })
})

describe('values of a task', () => {
  const put = (customFields: Data[]) => world.anna.put(`/tasks/${one.id}`, { customFields })
  let one: Data
  beforeAll(async () => {
    one = await world.task({
      customFields: [
        { id: fields.Text, value: 'x' },
        { id: fields.Numeric, value: '1' },
      ],
    })
  })
  test('are taken away by null, or by no value, and others stay', async () => {
    const left = async (entry: Data) => (await put([entry])).body.data[0].customFields
    expect(await left({ id: fields.Text, value: null })).toEqual([{ id: fields.Numeric, value: '1' }])
    expect(await left({ id: fields.Numeric })).toEqual([])
  })
  test('are refused where the type does not take them, all or none', async () => {
    const wrong: [Type, string][] = [
      ['Numeric', 'ten'],
      ['Date', '2026-02-30'],
      ['Checkbox', 'yes'],
      ['Contacts', 'nobody'],
      ['Text', 'x'.repeat(2001)],
    ]
    for (const [type, value] of wrong) {
      const { status, body } = await put([
        { id: fields.Duration, value: '7' },
        { id: fields[type], value },
      ])
      expect({ type, status, error: body.error }).toEqual({ type, status: 400, error: 'invalid_parameter' })
    }
    expect((await world.anna.get(`/tasks/${one.id}`)).body.data[0].customFields).toEqual([])
  })
})
