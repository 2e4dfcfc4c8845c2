import { afterAll, beforeAll, expect, test } from 'vitest'
import { type People, startPeople } from '#testing/people.ts'

let people: People
beforeAll(async () => {
  people = await startPeople()
})
afterAll(() => people.close())

test('the version is 1.0 for any token, whatever its scopes', async () => {
  const narrow = await people.withScopes(people.anna, ['amReadOnlyGroup'])
  expect((await narrow.get('/version')).body).toEqual({ kind: 'version', data: [{ major: 1, minor: 0 }] })
})
