const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Tells why a redirect URI can't be registered, as a sentence for people; undefined if it can.
 *
 * `https` everywhere; `http` only on the developer's own machine, with any port and path. A custom scheme needs a dot,
 * as RFC 8252 wants, and a public client.
 *
 * @example redirectUriFault('http://example.com/back', false) // 'http://example.com/back must start with https://, …'
 */
export function redirectUriFault(uri: string, isPublic: boolean): string | undefined {
  const url = URL.parse(uri)
  if (!url || uri !== uri.trim() || /[\s\\]/.test(uri)) return `${shorten(uri)} is not a complete address`
  if (uri.includes('#')) return `${shorten(uri)} must not have a fragment (#)`
  if (url.username || url.password) return `${shorten(uri)} must not have a user name or password`
  if (uri.includes('*')) return `${shorten(uri)} must not have a wildcard (*)`
  if (url.protocol === 'https:') return undefined
  if (url.protocol === 'http:') {
    if (loopbackHosts.has(url.hostname)) return undefined
    return `${shorten(uri)} must start with https://; http:// works only for localhost`
  }
  if (!url.protocol.includes('.')) return `${shorten(uri)} must start with https://`
  return isPublic ? undefined : `${shorten(uri)} has a scheme of its own, which only public applications may use`
}

/**
 * Tells whether a redirect URI of a request is one of the registered.
 *
 * Exactly equal, port and path included. Public clients run on people's machines and can't choose their port, so for
 * them the port of a loopback address is free (RFC 8252, section 7.3).
 */
export function isRegisteredRedirect(uri: string, registered: readonly string[], isPublic: boolean): boolean {
  if (registered.includes(uri)) return true
  const portless = isPublic ? withoutLoopbackPort(uri) : undefined
  return portless !== undefined && registered.some((one) => withoutLoopbackPort(one) === portless)
}

function withoutLoopbackPort(uri: string): string | undefined {
  const url = URL.parse(uri)
  if (url?.protocol !== 'http:' || !loopbackHosts.has(url.hostname)) return undefined
  url.port = ''
  return url.href
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text
}
