import { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { isScope } from '#contract/scopes.ts'

type Query = Record<string, unknown>

/** Parameters that the authorization server knows by itself. Others are unknown, and RFC 6749 wants those ignored. */
const standard = ['client_id', 'response_type', 'redirect_uri', 'state', 'code_challenge', 'code_challenge_method']

/** One address of the authorization page. */
export interface AuthorizationPage {
  path: string
  /** Its tokens stand for the person in all accounts, as those of v3 do. */
  allAccounts: boolean
  /** The redirect names the server in `iss` (RFC 9207). */
  withIssuer: boolean
}

/**
 * The addresses of the authorization page. The last one is in the metadata: who finds it there knows the issuer, and
 * expects `iss`. Programs that were written for the other two know no issuer, and some fail when they get one.
 */
export const authorizationPages = [
  { path: '/oauth2/authorize', allAccounts: true, withIssuer: false },
  { path: '/oauth2/authorize/v4', allAccounts: false, withIssuer: false },
  { path: '/oauth2/authorize/v4/iss', allAccounts: false, withIssuer: true },
] as const satisfies AuthorizationPage[]

type Check = (context: KoaContextWithOIDC, value: string | undefined) => void

/** What travels with a request through consent to the answer; values that a client sends under these names are dropped. */
export const ownParameters: Record<string, Check | null> = {
  accountId: null,
  tw_all_accounts: null,
  tw_iss: null,
  tw_separator: null,
  tw_redirect_uri: null,
  tw_empty_state: null,
  tw_unknown_scope(_context, scope) {
    if (scope) throw new errors.InvalidScope('Scope is unknown', scope)
  },
  tw_foreign_resource(_context, resource) {
    if (resource) throw new errors.InvalidTarget('Resource is not served here')
  },
}

/**
 * Brings an authorization request into the form of RFC 6749: scopes separated by spaces.
 *
 * @param page which of the addresses was opened.
 * @param scopes what it gets if it names none.
 */
export function authorizationQuery(
  query: Query,
  page: AuthorizationPage,
  issuer: string,
  scopes: readonly string[],
): URLSearchParams {
  const normal = new URLSearchParams()
  for (const name of standard) {
    for (const value of [query[name] ?? []].flat()) normal.append(name, String(value))
  }
  if (typeof query.accountId === 'string') normal.set('accountId', query.accountId)
  normal.set('tw_all_accounts', page.allAccounts ? '1' : '0')
  if (page.withIssuer) normal.set('tw_iss', '1')
  if (typeof query.redirect_uri === 'string') normal.set('tw_redirect_uri', query.redirect_uri)
  if (query.state === '') normal.set('tw_empty_state', '1')
  addScope(normal, query.scope, scopes)
  addResource(normal, query.resource, issuer)
  return normal
}

/** The scopes of a parameter: comma, space and mixtures separate them. */
export function splitScope(scope: string): string[] {
  return [...new Set(scope.split(/[\s,]+/).filter((name) => name !== ''))]
}

/** The separator of a request, which its answers use too; comma if it shows none. */
export function separatorOf(scope: string): ',' | ' ' {
  return /\s/.test(scope) && !scope.includes(',') ? ' ' : ','
}

/** Puts the scopes of a request into it, in the form of RFC 6749; if it names none, those that it gets then. */
export function addScope(normal: URLSearchParams, scope: unknown, otherwise: readonly string[]): void {
  if (Array.isArray(scope)) {
    for (const value of scope) normal.append('scope', String(value))
    return
  }
  const names = splitScope(typeof scope === 'string' ? scope : '')
  normal.set('scope', names.join(' ') || otherwise.join(' '))
  normal.set('tw_separator', separatorOf(String(scope ?? '')))
  const unknown = names.find((name) => !isScope(name))
  if (unknown !== undefined) normal.set('tw_unknown_scope', unknown)
}

/** A resource indicator (RFC 8707) must be this server; nothing else is done with it. */
export function addResource(normal: URLSearchParams, resource: unknown, issuer: string): void {
  const origin = new URL(issuer).origin
  const foreign = [resource ?? []].flat().find((one) => URL.parse(String(one))?.origin !== origin)
  if (foreign !== undefined) normal.set('tw_foreign_resource', '1')
}
