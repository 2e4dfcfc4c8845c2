import { afterAll, beforeAll, expect, test } from 'vitest'
import { type People, startPeople } from '#testing/people.ts'

let people: People
beforeAll(async () => {
  people = await startPeople()
})
afterAll(() => people.close())

test('all thirteen colours of statuses have a hex code', async () => {
  const { body } = await people.anna.get('/colors')
  expect(body.kind).toBe('colors')
  expect(body.data).toHaveLength(13)
  expect(body.data).toContainEqual({ name: 'Brown', hex: '#795548' })
  expect(body.data).toContainEqual({ name: 'Gray', hex: '#9E9E9E' })
  for (const { hex } of body.data) expect(hex).toMatch(/^#[0-9A-F]{6}$/)
})

test('a status takes each of them, and no other', async () => {
  const { body } = await people.anna.post('/workflows', { name: 'Flow' })
  const path = `/workflows/${body.data[0].id}`
  for (const { name: color } of (await people.anna.get('/colors')).body.data)
    expect((await people.anna.put(path, { customStatus: { name: color, group: 'Active', color } })).status).toBe(200)
  const wrong = { customStatus: { name: 'x', group: 'Active', color: 'brown' } }
  expect((await people.anna.put(path, wrong)).body.error).toBe('invalid_parameter')
})
