import { createHash, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'

/** An application as registered at the server; without secret it is a public client. */
export interface Application {
  server: string
  clientId: string
  clientSecret: string | undefined
  /** Port of the registered redirect URI `http://localhost:PORT/callback`. */
  port: number
}

/** What the token endpoint answers. */
export interface Tokens {
  access_token: string
  refresh_token: string
  expires_in: number
  host: string
}

const scope = 'wsReadWrite'

/**
 * Gets tokens by an authorization code (RFC 6749) with PKCE (RFC 7636): shows a link through `show`, and waits on
 * localhost for the browser to come back.
 *
 * @throws {Error} if the person refuses, or the answer doesn't belong to this request.
 */
export async function authorize(application: Application, show: (link: string) => void): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url')
  const state = randomBytes(16).toString('base64url')
  const redirectUri = `http://localhost:${application.port}/callback`
  const link = new URL('/oauth2/authorize/v4', application.server)
  link.search = new URLSearchParams({
    response_type: 'code',
    client_id: application.clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString()
  const code = await codeFromBrowser(application.port, state, () => show(link.href))
  return requestTokens(application, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  })
}

/** Gets new tokens for a refresh token, which is used up by that. */
export function refresh(application: Application, refreshToken: string): Promise<Tokens> {
  return requestTokens(application, { grant_type: 'refresh_token', refresh_token: refreshToken })
}

function codeFromBrowser(port: number, state: string, onReady: () => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', `http://localhost:${port}`)
      if (url.pathname !== '/callback' || url.searchParams.get('state') !== state) {
        response.writeHead(404).end()
        return
      }
      const code = url.searchParams.get('code')
      const words = code ? 'Signed in. You can close this page.' : 'Access was not granted. You can close this page.'
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' }).end(words)
      server.close()
      if (code) resolve(code)
      else reject(new Error(`Access was not granted: ${url.searchParams.get('error') ?? 'no code in the answer'}`))
    })
    server.once('error', reject)
    server.listen(port, 'localhost', onReady)
  })
}

async function requestTokens(application: Application, grant: Record<string, string>): Promise<Tokens> {
  const response = await fetch(new URL('/oauth2/token', application.server), {
    method: 'POST',
    body: new URLSearchParams({
      client_id: application.clientId,
      ...(application.clientSecret ? { client_secret: application.clientSecret } : {}),
      ...grant,
    }),
  })
  const answer = (await response.json()) as Tokens & { error?: string; error_description?: string }
  if (!response.ok) throw new TokenError(answer.error ?? String(response.status), answer.error_description ?? '')
  return answer
}

/** A refusal of the token endpoint; `invalid_grant` means that the person must consent again. */
export class TokenError extends Error {
  readonly code: string

  constructor(code: string, description: string) {
    super(`The server gave no token: ${code}: ${description}`)
    this.code = code
  }
}
