import { describe, expect, test } from 'vitest'
import { redirectUriFault } from './redirect-uris.ts'

describe('a redirect URI that can be registered', () => {
  test.each([
    'https://example.com',
    'https://example.com:8443/back?shop=7',
    'https://localhost/back',
    'http://localhost',
    'http://localhost:8765/callback',
    'http://127.0.0.1:1/x',
    'http://[::1]:3000/',
  ])('%s', (uri) => expect(redirectUriFault(uri, false)).toBeUndefined())

  test('custom schemes with a dot, for public clients', () => {
    expect(redirectUriFault('com.example.app:/back', true)).toBeUndefined()
    expect(redirectUriFault('com.example.app:/back', false)).toContain('public')
    expect(redirectUriFault('myapp:/back', true)).toContain('https://')
  })
})

describe('one that can not', () => {
  test.each([
    'http://example.com/back',
    'http://localhost.example.com/',
    'http://127.0.0.1.example.com/',
    'http://localhost@example.com/',
    'https://user:secret@example.com/',
    'https://example.com/#part',
    'https://*.example.com/',
    'https://example.com\\@evil.example/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://example.com/',
    '/callback',
    'example.com/callback',
    ' https://example.com',
    'https://example.com/a b',
    '',
  ])('%s', (uri) => expect(redirectUriFault(uri, false)).toMatch(/must|not a complete|scheme/))
})
