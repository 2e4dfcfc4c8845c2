import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSettings } from '#settings.ts'
import { type RunningServer, startServer } from '../start.ts'

const main = join(import.meta.dirname, 'main.ts')
const password = 'a pond full of frogs'
let environment: Record<string, string> = {}
let server: RunningServer | undefined

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'taskwright-cli-'))
  environment = { DATA_DIR: join(folder, 'data'), DEMO: 'false', PORT: '0', LOG_LEVEL: 'silent' }
})
afterAll(async () => {
  await server?.stop()
  await rm(join(environment.DATA_DIR as string, '..'), { recursive: true, force: true })
})

function taskwright(...args: string[]): Promise<{ code: number; out: string; said: string }> {
  return new Promise((resolve) => {
    // The OpenAPI document is longer than what is kept of an output unless told.
    const options = { env: { ...process.env, ...environment }, maxBuffer: 2 ** 26 }
    execFile(process.execPath, [main, ...args], options, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, said }),
    )
  })
}

async function get(path: string, token: string) {
  const response = await fetch(`${server?.url}/api/v4${path}`, { headers: { authorization: `bearer ${token}` } })
  return response.status
}

test('help names every command, and each explains itself', async () => {
  const { out, code } = await taskwright('--help')
  expect(code).toBe(0)
  const names = [
    'start',
    'migrate',
    'account create',
    'account plan',
    'account currency',
    'user create',
    'app create',
    'app list',
    'app suspend',
    'app resume',
    'app limit',
    'token create',
    'contract announce',
    'openapi',
  ]
  for (const name of names) expect(out).toContain(`  ${name} `)
  expect((await taskwright('token', 'create', '--help')).out).toContain('--email EMAIL')
})

test('what is wrong with a call is said in a line', async () => {
  expect(await taskwright('account', 'destroy')).toMatchObject({
    code: 2,
    said: 'There is no command account destroy. Try --help\n',
  })
  expect(await taskwright('token', 'create')).toMatchObject({
    code: 2,
    said: 'token create needs --email. Try --help\n',
  })
  expect(await taskwright('migrate', '--fast')).toMatchObject({
    code: 2,
    said: "migrate: Unknown option '--fast'. Try --help\n",
  })
})

test('without a server it starts the database for the while', async () => {
  const { out } = await taskwright(
    'account',
    'create',
    '--name',
    'Acme',
    '--owner',
    'Anna@example.com',
    '--password',
    password,
  )
  expect(JSON.parse(out)).toEqual({ id: 'IEAAAAAB', ownerId: 'KUAAAAAB' })
})

test('beside a running server it makes all that a program needs to begin', async () => {
  server = await startServer(readSettings(environment))
  const made = await taskwright('token', 'create', '--email', 'anna@example.com', '--scope', 'Default')
  expect(await get('/version', made.out.trim())).toBe(200)

  const app = [
    'app',
    'create',
    '--name',
    'Robot',
    '--owner',
    'anna@example.com',
    '--redirect-uri',
    'http://localhost/callback',
  ]
  expect(JSON.parse((await taskwright(...app)).out)).toEqual({
    clientId: expect.any(String),
    clientSecret: expect.stringMatching(/^tws_/),
  })

  const user = ['user', 'create', '--account', 'IEAAAAAB', '--email', 'ben@example.com', '--role', 'regular']
  expect(JSON.parse((await taskwright(...user, '--password', password)).out)).toEqual({ id: 'KUAAAAAC' })
  const token = (await taskwright('token', 'create', '--email', 'ben@example.com')).out.trim()
  expect(await get('/version', token)).toBe(200)
  expect(await taskwright(...user)).toMatchObject({
    code: 1,
    said: 'ben@example.com is a user of the account already (active)\n',
  })
})

test('an application is suspended, resumed and limited beside a running server, with a reason', async () => {
  const list = async (...more: string[]) => JSON.parse((await taskwright('app', 'list', ...more)).out)
  const [robot] = await list('--search', 'robot')
  expect(robot).toMatchObject({ name: 'Robot', owners: ['anna@example.com'], suspended: null, requestsPerMinute: null })
  const app = (name: string, ...more: string[]) => taskwright('app', name, '--id', robot.clientId, ...more)
  expect((await app('suspend')).said).toContain('app suspend needs --why')
  expect((await app('suspend', '--why', 'Too much')).out).toBe('Robot is suspended\n')
  expect(await list('--suspended')).toMatchObject([{ clientId: robot.clientId, suspended: expect.any(String) }])
  expect((await app('resume', '--why', 'Mended')).out).toBe('Robot works again\n')
  expect((await app('limit', '--why', 'Agreed', '--per-minute', '20')).out).toBe('Robot: 20 requests a minute\n')
  expect((await taskwright('app', 'resume', '--id', 'nobody', '--why', 'x')).said).toBe(
    'There is no application nobody\n',
  )
})

test('a plan is set by its name', async () => {
  const plan = (name: string) => taskwright('account', 'plan', '--id', 'IEAAAAAB', '--plan', name)
  expect(await plan('Gold')).toMatchObject({ code: 1, said: expect.stringContaining('There is no plan Gold') })
  expect(JSON.parse((await plan('Business')).out)).toEqual({ id: 'IEAAAAAB', plan: 'Business' })
})

test('foreign names, weak passwords and scopes are refused', async () => {
  const token = (...more: string[]) => taskwright('token', 'create', '--email', 'anna@example.com', ...more)
  expect((await token('--scope', 'everything')).said).toContain('No scope of a permanent token: everything')
  expect((await taskwright('token', 'create', '--email', 'x@example.com')).said).toBe(
    'Nobody has the address x@example.com\n',
  )
  const account = ['account', 'create', '--name', 'B', '--owner', 'b@example.com', '--password']
  expect((await taskwright(...account, 'short')).said).toBe('Choose a password of at least 10 characters\n')
  const app = ['app', 'create', '--name', 'R', '--owner', 'anna@example.com', '--redirect-uri', 'http://example.com']
  expect(await taskwright(...app)).toMatchObject({ code: 1, said: expect.stringContaining('http://example.com') })
})

test('openapi is one JSON document', async () => {
  expect(JSON.parse((await taskwright('openapi')).out)).toMatchObject({ openapi: '3.1.0' })
})
