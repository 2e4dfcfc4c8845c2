import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodeId } from '#ids/encode.ts'
import type { Data, Parameters } from '#testing/client.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const fields = ['effortAllocation', 'billingType']
const put = (task: Data, parameters: Parameters) => world.anna.put(`/tasks/${task.id}`, { ...parameters, fields })
const effort = async (task: Data, parameters: Parameters) => (await put(task, parameters)).body.data[0].effortAllocation
const daily = [{ date: '2026-03-02', effortMinutes: 120 }]

describe('effort', () => {
  const wrong: [string, () => Parameters][] = [
    ['without a mode', () => ({ effortAllocation: { totalEffort: 60 } })],
    ['of an unknown mode', () => ({ effortAllocation: { mode: 'Half' } })],
    ['below zero', () => ({ effortAllocation: { mode: 'Basic', totalEffort: -1 } })],
    ['of nobody', () => ({ setResponsibleAllocation: [{ dailyAllocation: daily }] })],
    [
      'on a day that is none',
      () => ({
        setResponsibleAllocation: [
          { userId: world.ben.id, dailyAllocation: [{ date: '2026-02-30', effortMinutes: 1 }] },
        ],
      }),
    ],
  ]
  for (const [name, parameters] of wrong)
    test(`is refused ${name}`, async () => {
      expect((await put(world.dig, parameters())).body.error).toBe('invalid_parameter')
    })
  test('is refused for somebody unknown', async () => {
    const userId = encodeId('Contact', world.accountId, 900_000_009)
    expect((await put(world.dig, { setResponsibleAllocation: [{ userId }] })).body.error).toBe('resource_not_found')
  })
  test('is None until it is set, and None again', async () => {
    const task = await world.task({ fields })
    expect(task.effortAllocation).toEqual({ mode: 'None' })
    await put(task, { effortAllocation: { mode: 'FullTime' } })
    expect(await effort(task, { effortAllocation: { mode: 'None' } })).toEqual({ mode: 'None' })
  })
  for (const mode of ['FullTime', 'Basic', 'Flexible'])
    test(`is kept as it is set in the mode ${mode}`, async () => {
      const set = { mode, totalEffort: 600, allocatedEffort: 300, dailyAllocationPercentage: 50 }
      expect(await effort(await world.task(), { effortAllocation: set })).toEqual(set)
      expect((await world.task({ effortAllocation: set, fields })).effortAllocation).toEqual(set)
    })
  test('is spread over people, in whole or for itself', async () => {
    const task = await world.task()
    const spread = [{ userId: world.ben.id, dailyAllocation: daily }]
    const whole = { mode: 'Flexible', totalEffort: 120, responsibleAllocation: spread }
    expect(await effort(task, { effortAllocation: whole })).toEqual(whole)
    const anna = [{ userId: world.anna.id, dailyAllocation: daily }]
    expect(await effort(task, { setResponsibleAllocation: anna })).toEqual({ ...whole, responsibleAllocation: anna })
    expect(await effort(await world.task(), { setResponsibleAllocation: anna })).toEqual({
      mode: 'Flexible',
      responsibleAllocation: anna,
    })
  })
})

describe('billing', () => {
  test('is absent until it is set, and changes', async () => {
    const task = await world.task({ fields })
    expect(task).not.toHaveProperty('billingType')
    expect((await put(task, { billingType: 'Billable' })).body.data[0].billingType).toBe('Billable')
    expect((await put(task, { billingType: 'NonBillable' })).body.data[0].billingType).toBe('NonBillable')
    expect((await put(task, { billingType: 'Free' })).body.error).toBe('invalid_parameter')
  })
})

describe('metadata', () => {
  const set = (metadata: Data[]) => put(world.dig, { metadata })
  const kept = async (who = world.anna) => (await who.get(`/tasks/${world.dig.id}`)).body.data[0].metadata
  test('is refused with a key of other signs or too long, or a value too long', async () => {
    for (const entry of [
      { key: 'a b', value: 'x' },
      { key: '', value: 'x' },
      { key: 'k'.repeat(51), value: 'x' },
      { key: 'k', value: 'x'.repeat(1001) },
    ])
      expect((await set([entry])).body.error).toBe('invalid_parameter')
  })
  test('is set by key, taken away by null or no value, and emptied by an empty text', async () => {
    await set([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
      { key: 'c', value: '3' },
    ])
    await set([{ key: 'a', value: null }, { key: 'b' }, { key: 'c', value: '' }])
    expect(await kept()).toEqual([{ key: 'c', value: '' }])
  })
  test('is of the application that wrote it', async () => {
    const other = await world.withApplication(world.anna)
    expect(await kept(other)).toEqual([])
    await other.put(`/tasks/${world.dig.id}`, { metadata: [{ key: 'c', value: 'other' }] })
    expect(await kept(other)).toEqual([{ key: 'c', value: 'other' }])
    expect(await kept()).toEqual([{ key: 'c', value: '' }])
  })
})
