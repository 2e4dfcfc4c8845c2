import type { ErrorOut, KoaContextWithOIDC } from 'oidc-provider'
import { faultPage } from '#console/fault-page.ts'

/**
 * Answers a request that must not be sent back to the application, since who that is can't be told: an unknown client
 * or a redirect URI that isn't registered. A page for people, the same as JSON for programs.
 */
export function renderFault(context: KoaContextWithOIDC, out: ErrorOut): void {
  const isAuthorization = context.path.startsWith('/oauth2/authorize')
  const fault = isAuthorization ? authorizationFault(context, out) : out
  if (isAuthorization && context.status < 500) context.status = 400
  const { error, error_description } = fault
  if (isAuthorization && context.accepts('html', 'json') === 'html') {
    context.type = 'html'
    context.body = faultPage(error_description ?? error)
  } else {
    context.body = { error, error_description }
  }
}

function authorizationFault(context: KoaContextWithOIDC, out: ErrorOut): ErrorOut {
  if (context.status >= 500) return { error: 'server_error', error_description: 'Something went wrong here' }
  const named = context.oidc.route === 'authorization'
  if (named && !context.oidc.client) {
    return { error: 'invalid_request', error_description: 'Client id is missing or invalid' }
  }
  if (named) return { error: 'invalid_request', error_description: 'Redirect uri is missing or invalid' }
  return { error: 'invalid_request', error_description: out.error_description ?? out.error }
}
