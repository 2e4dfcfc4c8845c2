import { allScopes } from '#contract/scopes.ts'
import { deviceGrant } from './adapters.ts'
import { authorizationPages } from './authorization-request.ts'

/** The description of the authorization server that clients look for (RFC 8414). */
export function serverMetadata(issuer: string) {
  const at = (path: string) => new URL(path, issuer).href
  const clientAuthentication = ['client_secret_post', 'client_secret_basic', 'none']
  return {
    issuer,
    authorization_endpoint: at(authorizationPages[2].path),
    token_endpoint: at('/oauth2/token'),
    revocation_endpoint: at('/oauth2/revoke'),
    introspection_endpoint: at('/oauth2/introspect'),
    device_authorization_endpoint: at('/oauth2/device_authorization'),
    scopes_supported: allScopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token', deviceGrant],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: clientAuthentication,
    revocation_endpoint_auth_methods_supported: clientAuthentication,
    introspection_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    authorization_response_iss_parameter_supported: true,
  }
}

/** The description of the API as a protected resource (RFC 9728), which the 401 of the API names. */
export function resourceMetadata(issuer: string) {
  return {
    resource: issuer,
    authorization_servers: [issuer],
    scopes_supported: allScopes,
    bearer_methods_supported: ['header', 'query', 'body'],
  }
}
