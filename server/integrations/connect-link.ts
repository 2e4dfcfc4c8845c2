import type { Application } from '#oauth/applications.ts'
import type { ListingText } from './listing/text.ts'

/**
 * Where connecting an integration starts: at its own page if it has one, else at the consent screen. Undefined if neither is
 * possible: a public client must begin by itself (PKCE), and some have no redirect URI.
 */
export function connectLink(
  { clientId, isPublic, redirectUris }: Pick<Application, 'clientId' | 'isPublic' | 'redirectUris'>,
  { connectUrl, scopes }: Pick<ListingText, 'connectUrl' | 'scopes'>,
): string | undefined {
  if (connectUrl !== '') return connectUrl
  const redirectUri = redirectUris.find((uri) => uri.startsWith('https:')) ?? redirectUris[0]
  if (isPublic || redirectUri === undefined) return undefined
  const query = { response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope: scopes.join(',') }
  return `/oauth2/authorize/v4?${new URLSearchParams(query)}`
}
