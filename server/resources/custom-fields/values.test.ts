import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Data } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const field = async (type: string, settings: Record<string, unknown> = {}): Promise<Data> =>
  (await world.anna.post('/customfields', { title: type, type, settings })).body.data[0]
const set = (one: Data, value: string | null, task: Data = world.dig) =>
  world.anna.put(`/tasks/${task.id}`, { customFields: [{ id: one.id, value }] })

describe('a value', () => {
  const forms: [string, Record<string, unknown>, string[], string[]][] = [
    ['Numeric', {}, ['12.50', '-3'], ['many', '1,5', 'NaN']],
    ['Percentage', {}, ['0.5'], ['50 %']],
    ['Duration', {}, ['480'], ['8h']],
    ['Date', {}, ['2026-03-02'], ['2026-02-30', '2026-03-02T10:00:00']],
    ['Date', { allowTime: true }, ['2026-03-02', '2026-03-02T10:00:00', '2026-03-02T10:00:00Z'], ['tomorrow']],
    ['Checkbox', {}, ['true', 'false'], ['yes']],
    ['DropDown', { values: ['deep'], allowOtherValues: false }, ['deep'], ['flat']],
    ['DropDown', { values: ['deep'] }, ['deep', 'flat'], []],
    ['Multiple', { values: ['a', 'b'] }, ['a', 'a,b', '["b"]'], ['a,c']],
    ['Contacts', {}, ['KUAAAAAQ', 'KUAAAAAQ,KX77777H'], ['Ben']],
  ]
  for (const [type, settings, right, wrong] of forms) {
    test(`of ${type} ${JSON.stringify(settings)} is what its type takes`, async () => {
      const one = await field(type, settings)
      for (const value of right) {
        const { status, body } = await set(one, value)
        expect({ value, status }).toEqual({ value, status: 200 })
        expect(body.data[0].customFields).toContainEqual({ id: one.id, value })
      }
      for (const value of wrong) expect((await set(one, value)).body.error).toBe('invalid_parameter')
    })
  }

  test('has at most 2,000 characters; text is cleaned, and plain when asked', async () => {
    const one = await field('Text')
    expect((await set(one, 'x'.repeat(2001))).body.error).toBe('invalid_parameter')
    await set(one, '<b>deep</b><script>x</script>')
    const shown = async (plainTextCustomFields: boolean) =>
      (await world.anna.get(`/tasks/${world.dig.id}`, { plainTextCustomFields })).body.data[0].customFields
    expect(await shown(false)).toContainEqual({ id: one.id, value: '<b>deep</b>' })
    expect(await shown(true)).toContainEqual({ id: one.id, value: 'deep' })
  })

  test('is taken away by null, and an unknown field is 404', async () => {
    const one = await field('Text')
    await set(one, 'x')
    const { body } = await set(one, null)
    expect(body.data[0].customFields.map((value: Data) => value.id)).not.toContain(one.id)
    expect((await set({ id: one.id.replace(/.$/, '7') }, 'x')).body.error).toBe('resource_not_found')
  })

  test('is neither read nor written on a plan without custom fields', async () => {
    const one = await field('Text')
    await set(one, 'x')
    await world.plan('Team')
    expect((await world.anna.get(`/tasks/${world.dig.id}`)).body.data[0]).not.toHaveProperty('customFields')
    expect((await set(one, 'y')).body.error).toBe('not_allowed')
    await world.plan('Pinnacle')
    expect((await world.anna.get(`/tasks/${world.dig.id}`)).body.data[0].customFields).toContainEqual({
      id: one.id,
      value: 'x',
    })
  })
})

describe('filters', () => {
  const found = async (filter: Record<string, unknown>) => {
    const { body } = await world.anna.get('/tasks', { customFields: [filter], sortField: 'CreatedDate' })
    return body.data ? body.data.map((task) => task.title) : body.error
  }
  const tasks = async (one: Data, values: Record<string, string>) => {
    for (const [title, value] of Object.entries(values))
      await world.task({ title, customFields: [{ id: one.id, value }] })
  }

  test('compare numbers as numbers', async () => {
    const one = await field('Numeric')
    await tasks(one, { nine: '9', ten: '10.0', hundred: '100' })
    const by = (comparator: string, more: Record<string, unknown>) => found({ id: one.id, comparator, ...more })
    expect(await by('EqualTo', { value: '10' })).toEqual(['ten'])
    expect(await found({ id: one.id, value: '9' })).toEqual(['nine'])
    expect(await by('LessThan', { value: '10' })).toEqual(['nine'])
    expect(await by('LessOrEqualTo', { value: '10' })).toEqual(['nine', 'ten'])
    expect(await by('GreaterThan', { value: '10' })).toEqual(['hundred'])
    expect(await by('GreaterOrEqualTo', { value: '10' })).toEqual(['ten', 'hundred'])
    expect(await by('InRange', { minValue: '9', maxValue: '50' })).toEqual(['nine', 'ten'])
    expect(await by('NotInRange', { minValue: '9', maxValue: '50' })).toEqual(['hundred'])
    expect(await by('IsNotEmpty', {})).toEqual(['nine', 'ten', 'hundred'])
    expect(await by('IsEmpty', {})).not.toContain('nine')
    expect(await by('Contains', { value: '1' })).toBe('invalid_parameter')
    expect(await by('InRange', { minValue: '9' })).toBe('invalid_parameter')
    expect(await by('LessThan', { value: 'ten' })).toBe('invalid_parameter')
  })

  test('find parts of text, taken literally', async () => {
    const one = await field('Text')
    await tasks(one, { first: 'Deep pond 50%', second: 'pond life' })
    const by = (comparator: string, value: string) => found({ id: one.id, comparator, value })
    expect(await by('Contains', 'POND')).toEqual(['first', 'second'])
    expect(await by('StartsWith', 'pond')).toEqual(['second'])
    expect(await by('EndsWith', '50%')).toEqual(['first'])
    expect(await by('Contains', '%')).toEqual(['first'])
    expect(await by('ContainsAll', 'x')).toBe('invalid_parameter')
  })

  test('find members of values that hold several', async () => {
    const one = await field('Multiple', { values: ['red', 'green', 'blue'] })
    await tasks(one, { both: 'red,green', single: '["blue"]' })
    const by = (comparator: string, values: string[]) => found({ id: one.id, comparator, values })
    expect(await by('ContainsAll', ['red', 'green'])).toEqual(['both'])
    expect(await by('ContainsAll', ['red', 'blue'])).toEqual([])
    expect(await by('ContainsAny', ['green', 'blue'])).toEqual(['both', 'single'])
    expect(await by('LessThan', ['red'])).toBe('invalid_parameter')
  })
})
