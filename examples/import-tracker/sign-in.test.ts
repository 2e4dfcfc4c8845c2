import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { oauthCredential } from './sign-in/credential.ts'

let folder: string
let server: Server
let origin: string
/** What the token endpoint was sent. */
let grants: Record<string, string>[]
let refusal: { error: string } | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-tracker-'))
  grants = []
  refusal = undefined
  server = createServer(async (request, response) => {
    const form = Buffer.concat(await request.toArray()).toString()
    grants.push(Object.fromEntries(new URLSearchParams(form)))
    const tokens = {
      access_token: `access ${grants.length}`,
      refresh_token: `refresh ${grants.length}`,
      expires_in: 3600,
      host: new URL(origin).host,
    }
    const isRefused = refusal && form.includes('grant_type=refresh_token')
    response.writeHead(isRefused ? 400 : 200).end(JSON.stringify(isRefused ? refusal : tokens))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true })
})

const port = 18_766
const tokenFile = () => join(folder, 'below', 'tokens.json')

/** Signs in with a person who follows the link at once and comes back with this query. */
async function signIn(comeBack = (state: string) => `code=the-code&state=${state}`) {
  const links: URL[] = []
  const credential = await oauthCredential(
    { server: origin, clientId: 'client', clientSecret: 'secret', port },
    tokenFile(),
    (link) => {
      const url = new URL(link)
      links.push(url)
      void fetch(`http://localhost:${port}/callback?${comeBack(url.searchParams.get('state') ?? '')}`)
    },
  )
  return { credential, links }
}

test('a person signs in by a link; the code is exchanged with the verifier of its challenge', async () => {
  const { credential, links } = await signIn()
  expect(await credential.token()).toBe('access 1')
  expect(links[0]?.pathname).toBe('/oauth2/authorize/v4')
  expect(grants[0]).toMatchObject({ grant_type: 'authorization_code', code: 'the-code', client_secret: 'secret' })
  const challenge = createHash('sha256')
    .update(grants[0]?.code_verifier ?? '')
    .digest('base64url')
  expect(links[0]?.searchParams.get('code_challenge')).toBe(challenge)
})

test('the refresh token is kept where only its owner reads it, and serves the next run', async () => {
  await signIn()
  expect((await stat(tokenFile())).mode & 0o777).toBe(0o600)
  const { links } = await signIn()
  expect(links).toEqual([])
  expect(grants[1]).toMatchObject({ grant_type: 'refresh_token', refresh_token: 'refresh 1' })
  expect(await readFile(tokenFile(), 'utf8')).toContain('refresh 2')
})

test('a refresh token that died leads back to the link', async () => {
  await signIn()
  refusal = { error: 'invalid_grant' }
  const { links } = await signIn()
  expect(links).toHaveLength(1)
})

test('a person who says no ends the run', async () => {
  await expect(signIn((state) => `error=access_denied&state=${state}`)).rejects.toThrow('not granted: access_denied')
})

test('an answer to another request is ignored', async () => {
  const { credential } = await signIn((state) => {
    void fetch(`http://localhost:${port}/callback?code=stolen&state=other`)
    return `code=the-code&state=${state}`
  })
  expect(await credential.token()).toBe('access 1')
  expect(grants[0]?.code).toBe('the-code')
})
