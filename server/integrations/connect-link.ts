import { narrowed } from '#oauth/allowed-scopes.ts'
import type { Application } from '#oauth/applications.ts'
import type { ListingText } from './listing/text.ts'

/**
 * Where connecting an integration starts: at its own page if it has one, else at the consent screen. Undefined if neither is
 * possible: a public client must begin by itself (PKCE), and some have no redirect URI.
 */
export function connectLink(
  {
    clientId,
    isPublic,
    redirectUris,
    allowedScopes,
  }: Pick<Application, 'clientId' | 'isPublic' | 'redirectUris' | 'allowedScopes'>,
  { connectUrl, scopes }: Pick<ListingText, 'connectUrl' | 'scopes'>,
): string | undefined {
  if (connectUrl !== '') return connectUrl
  const redirectUri = redirectUris.find((uri) => uri.startsWith('https:')) ?? redirectUris[0]
  if (isPublic || redirectUri === undefined) return undefined
  const query = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: narrowed(scopes, allowedScopes).join(','),
  }
  return `/oauth2/authorize/v4?${new URLSearchParams(query)}`
}
