/**
 * Where to go after signing in: a path of this server, never another site.
 *
 * @example nextPage('//evil.example') // '/applications'
 */
export function nextPage(next: string | undefined): string {
  if (!next?.startsWith('/')) return '/applications'
  // What a browser makes of it counts: '/\\evil.example' and '//evil.example' lead away.
  const url = URL.parse(next, 'http://here.invalid')
  return url?.origin === 'http://here.invalid' ? `${url.pathname}${url.search}` : '/applications'
}
