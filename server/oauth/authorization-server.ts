import { generateKeyPairSync } from 'node:crypto'
import { type Configuration, interactionPolicy, Provider } from 'oidc-provider'
import { allScopes } from '#contract/scopes.ts'
import type { Services } from '#http/services.ts'
import { adapters } from './adapters.ts'
import { presentAnswer } from './answer.ts'
import { ownParameters } from './authorization-request.ts'
import { renderFault } from './fault-page.ts'

const minute = 60
const century = 100 * 365 * 24 * 60 * minute

/**
 * The authorization server: oidc-provider on our tables, with the ways of the vendor around it.
 *
 * Requests are brought into the form of the RFCs before it sees them (`authorization-request.ts`, `token-request.ts`),
 * answers into the vendor's form after (`answer.ts`). The consent screen is ours (`consent.ts`).
 */
export function authorizationServer(services: Services): Provider {
  const { store, settings } = services
  const server = new Provider(settings.publicUrl, {
    adapter: adapters(store.database),
    scopes: allScopes,
    ttl: {
      AuthorizationCode: 10 * minute,
      AccessToken: settings.accessTokenTtl,
      RefreshToken: century,
      Grant: century,
      DeviceCode: 15 * minute,
      Interaction: 60 * minute,
      Session: 60 * minute,
    },
    rotateRefreshToken: true,
    issueRefreshToken: () => true,
    expiresWithSession: () => false,
    allowOmittingSingleRegisteredRedirectUri: true,
    pkce: { required: (_context, client) => client.clientAuthMethod === 'none' },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: async ({ oidc }) => {
      const grantId = oidc.result?.consent?.grantId
      return grantId ? await oidc.provider.Grant.find(grantId) : undefined
    },
    interactions: { url: (_context, { uid }) => `/consent/${uid}`, policy: [consentPrompt()] },
    extraParams: ownParameters,
    routes: { authorization: '/oauth2/authorize', token: '/oauth2/token', ...deviceRoutes },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      deviceFlow: { enabled: true, charset: 'base-20', mask: '****-****' },
    },
    // A person may have to copy a code out of an address bar: 132 bits are 22 signs.
    formats: { bitsOfOpaqueRandomness: (_context, { kind }) => (kind === 'AuthorizationCode' ? 132 : 256) },
    cookies: {
      keys: [services.secret.toString('hex')],
      names: { interaction: 'tw_interaction', resume: 'tw_resume', session: 'tw_oauth' },
    },
    renderError: renderFault,
    ...signing(),
  } satisfies Configuration)

  server.proxy = true
  addPrefix(server.AccessToken, 'twa')
  addPrefix(server.RefreshToken, 'twr')
  server.use(presentAnswer(services))
  server.on('grant.revoked', (context, grantId) => {
    const clientId = context.oidc.client?.clientId
    services.log.warn({ clientId, grantId }, 'a used code or refresh token came again: its grant has ended')
  })
  server.on('server_error', (_context, error) => services.log.error({ err: error }, 'authorization server'))
  return server
}

/** Prefixes tell people and secret scanners what they look at. */
function addPrefix(model: { prototype: object }, prefix: string): void {
  const prototype = model.prototype as { generateTokenId(): string }
  const generate = prototype.generateTokenId
  prototype.generateTokenId = function () {
    return `${prefix}_${generate.call(this)}`
  }
}

const deviceRoutes = { device_authorization: '/oauth2/device_authorization', code_verification: '/device' }

/** Every authorization request stops once, at our consent screen; that signs in as well. */
function consentPrompt(): interactionPolicy.Prompt {
  const { Check, Prompt } = interactionPolicy
  return new Prompt(
    { name: 'consent', requestable: true },
    new Check('consent_needed', 'the person has not been asked', ({ oidc }) => !oidc.result?.consent?.grantId),
  )
}

/** oidc-provider wants a key for OpenID Connect, which is off. This one is never used and lives as long as the process. */
function signing(): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return {
    jwks: { keys: [privateKey.export({ format: 'jwk' }) as { kty: string }] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
  }
}
