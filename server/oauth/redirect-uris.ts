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
  if (url.protocol === 'https:') {
    // A public client runs on the person's machine, where nothing answers https://localhost.
    return isPublic && loopbackHosts.has(url.hostname) ? `${shorten(uri)} must start with http:// there` : undefined
  }
  if (url.protocol === 'http:') {
    if (loopbackHosts.has(url.hostname)) return undefined
    return `${shorten(uri)} must start with https://; http:// works only for localhost`
  }
  if (!url.protocol.includes('.')) return `${shorten(uri)} must start with https://`
  return isPublic ? undefined : `${shorten(uri)} has a scheme of its own, which only public applications may use`
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text
}
