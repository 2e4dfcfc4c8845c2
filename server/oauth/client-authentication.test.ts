import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'

let server: PeopleServer
beforeAll(async () => {
  server = await startPeopleServer()
})
afterAll(() => server.close())

test('who guesses secrets is told to wait, which clients take for temporary', async () => {
  const ask = (client_secret: string) =>
    server.post('/oauth2/token', { client_id: server.clientId, client_secret, grant_type: 'refresh_token' })
  for (let guess = 0; guess < 30; guess += 1) expect((await ask(`guess ${guess}`)).status).toBe(401)
  const answer = await ask(server.clientSecret)
  expect(answer).toMatchObject({ status: 429, body: { error: 'temporarily_unavailable' } })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})
