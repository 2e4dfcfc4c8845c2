import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { permanentTokenScopes } from '#contract/scopes.ts'
import { encodeId } from '#ids/encode.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'
import { guides } from './index.ts'

/** Calls in guides are sent as they stand, with what their capitals stand for. */
let server: PeopleServer
let folder: string
let words: Record<string, string>
beforeAll(async () => {
  server = await startPeopleServer()
  folder = await mkdtemp(join(tmpdir(), 'taskwright-guides-'))
  await writeFile(join(folder, 'plan.pdf'), 'a plan')
  const { anna, clientId, clientSecret } = server
  const token = await issuePermanentToken(server.store.database, {
    ...anna,
    clientId,
    scopes: permanentTokenScopes,
    name: 'Guides',
  })
  const root = encodeId('Folder', anna.accountId, -1)
  const made = await fetch(`${server.url}/api/v4/folders/${root}/tasks`, {
    method: 'POST',
    headers: { authorization: `bearer ${token}` },
    body: new URLSearchParams({ title: 'Dig' }),
  })
  const [task] = (await made.json()).data
  const contact = encodeId('Contact', anna.accountId, anna.personId)
  words = { TOKEN: token, FOLDER: root, TASK: task.id, MY_CONTACT_ID: contact, ID: clientId, SECRET: clientSecret }
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const filled = (code: string, own: Record<string, string> = {}) =>
  code.replace(/\b[A-Z][A-Z_]+\b/g, (word) => own[word] ?? words[word] ?? word)

async function run(code: string): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)('sh', ['-c', code.replaceAll('curl ', 'curl -s ')], { cwd: folder })
  return JSON.parse(stdout)
}

const callsOf = (name: string): string[] => {
  const blocks = guides.find((guide) => guide.name === name)?.blocks(server.services.settings) ?? []
  return blocks.flatMap((block) =>
    typeof block === 'object' && 'code' in block && block.code.startsWith('curl ') ? block.code.split('\n\n') : [],
  )
}

test.each(['start', 'background', 'examples'])('the calls of the guide %s work', async (name) => {
  const calls = callsOf(name)
  expect(calls.length).toBeGreaterThan(0)
  for (const call of calls) {
    const answer = await run(filled(call))
    expect(answer, call).toHaveProperty('data')
  }
})

test('the calls of the guide to OAuth work, one after the other', async () => {
  const [exchange = '', refresh = ''] = callsOf('oauth')
  const { url } = await server.consent(await server.annasBrowser(), {
    response_type: 'code',
    client_id: server.clientId,
  })
  const tokens = await run(filled(exchange, { CODE: url.searchParams.get('code') ?? '' }))
  expect(Object.keys(tokens).sort()).toEqual(
    ['access_token', 'expires_in', 'host', 'refresh_token', 'scope', 'token_type'].sort(),
  )
  expect(tokens.expires_in).toBe(3600)
  const next = await run(filled(refresh, { TOKEN: String(tokens.refresh_token) }))
  expect(next.refresh_token).not.toBe(tokens.refresh_token)
})

test('twelve guides answer a question each', () => {
  expect(guides).toHaveLength(12)
  for (const { question, says } of guides) {
    expect(question).toMatch(/\?$/)
    expect(says).toMatch(/[.]$/)
  }
})
