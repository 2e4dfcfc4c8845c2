import type { KoaContextWithOIDC } from 'oidc-provider'
import type { Services } from '#http/services.ts'
import { noteError } from '#request-log/call.ts'
import { findGrant } from './grants.ts'

type Next = () => Promise<unknown>

/** Gives the authorization server's answers the form that programs of the vendor know. */
export function presentAnswer(services: Services) {
  return async (context: KoaContextWithOIDC, next: Next): Promise<void> => {
    await next()
    const { error } = (context.body ?? {}) as { error?: unknown }
    if (typeof error === 'string') noteError({ raw: context.res }, error)
    switch (context.oidc?.route) {
      case 'authorization':
      case 'resume':
        return presentRedirect(context)
      case 'token':
        return presentTokens(context, services)
      case 'device_authorization':
        return presentDeviceCode(context, services)
    }
  }
}

/**
 * 302 is what clients know. An empty `state` is returned too, which oidc-provider takes for none, and errors are always
 * in the query: it puts those of the implicit grant, which isn't offered, into the fragment. `iss` is for clients that know
 * of it; Auth.js, told the addresses but no issuer, fails on one it didn't expect.
 */
function presentRedirect(context: KoaContextWithOIDC): void {
  const location = context.response.get('location')
  if (context.status !== 303 || !URL.canParse(location)) return
  context.status = 302
  const url = new URL(location)
  for (const [name, value] of new URLSearchParams(url.hash.slice(1))) url.searchParams.set(name, value)
  url.hash = ''
  if (context.oidc.params?.tw_empty_state === '1') url.searchParams.set('state', '')
  if (context.oidc.params?.tw_iss !== '1') url.searchParams.delete('iss')
  context.set('location', url.href)
}

/** @example { access_token, refresh_token, token_type: 'bearer', expires_in: 3600, host: 'example.com', scope } */
async function presentTokens(context: KoaContextWithOIDC, { settings, store }: Services): Promise<void> {
  context.set('pragma', 'no-cache')
  const body = context.body as Record<string, unknown> | undefined
  const grantId = context.oidc.entities.Grant?.jti
  if (typeof body?.access_token !== 'string' || !grantId) return
  const grant = await findGrant(store.database, grantId)
  const asked = context.oidc.body?.tw_separator
  const separator = asked ?? grant?.separator ?? ','
  context.body = {
    access_token: body.access_token,
    refresh_token: body.refresh_token,
    token_type: 'bearer',
    expires_in: body.expires_in,
    host: new URL(settings.publicUrl).host,
    scope: String(body.scope ?? '').replaceAll(' ', String(separator)),
  }
}

/** Addresses are the public ones, whatever host the request came through. */
function presentDeviceCode(context: KoaContextWithOIDC, { settings }: Services): void {
  const body = context.body as Record<string, unknown> | undefined
  if (typeof body?.user_code !== 'string') return
  const page = new URL('/device', settings.publicUrl)
  const complete = new URL(page)
  complete.searchParams.set('user_code', body.user_code)
  context.body = { ...body, verification_uri: page.href, verification_uri_complete: complete.href, interval: 5 }
}
