import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let id: string
const digits = '0123456789'
beforeAll(async () => {
  world = await startWorld()
  id = (await world.anna.upload(`/tasks/${world.dig.id}/attachments`, 'digits.txt', digits)).body.data[0].id
})
afterAll(() => world.close())

const get = (headers: Record<string, string> = {}, path = `/attachments/${id}/download`, method = 'GET') =>
  world.cleo.raw(path, { headers, method })

describe('ranges', () => {
  const asked: [string, string, string][] = [
    ['bytes=0-3', '0123', 'bytes 0-3/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
    ['bytes=-100', digits, 'bytes 0-9/10'],
  ]
  for (const [range, text, contentRange] of asked) {
    test(`${range} gives '${text}'`, async () => {
      const response = await get({ range })
      expect({ status: response.status, text: await response.text() }).toEqual({ status: 206, text })
      expect(response.headers.get('content-range')).toBe(contentRange)
      expect(response.headers.get('content-length')).toBe(String(text.length))
    })
  }
  test('beyond the end is 416 and tells the size', async () => {
    for (const range of ['bytes=10-', 'bytes=-0']) {
      const response = await get({ range })
      expect({ status: response.status, range: response.headers.get('content-range') }).toEqual({
        status: 416,
        range: 'bytes */10',
      })
    }
  })
  test('that are several, backwards, or no ranges of bytes give all', async () => {
    for (const range of ['bytes=0-1,4-5', 'bytes=5-2', 'lines=1-2', 'bytes=-', 'bytes=x']) {
      const response = await get({ range })
      expect({ range, status: response.status, text: await response.text() }).toEqual({
        range,
        status: 200,
        text: digits,
      })
    }
  })
  test('hold for the content that the client knows only', async () => {
    const etag = (await get()).headers.get('etag') as string
    expect((await get({ range: 'bytes=0-1', 'if-range': etag })).status).toBe(206)
    expect((await get({ range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200)
  })
})

describe('an answer', () => {
  test('that the client has already is not sent again', async () => {
    const etag = (await get()).headers.get('etag') as string
    const response = await get({ 'if-none-match': `"other", ${etag}` })
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 304, text: '' })
  })
  test('to HEAD has the headers and no body', async () => {
    const response = await get({}, undefined, 'HEAD')
    expect({ status: response.status, length: response.headers.get('content-length') }).toEqual({
      status: 200,
      length: '10',
    })
    expect(await response.text()).toBe('')
  })
  test('carries the name of the path where there is one, made harmless', async () => {
    const named = async (path: string) =>
      (await get({}, `/attachments/${id}/download${path}`)).headers.get('content-disposition')
    expect(await named('')).toBe('attachment; filename="digits.txt"')
    expect(await named('/other.txt')).toBe('attachment; filename="other.txt"')
    expect(await named('/..%2F..%2Fetc%2Fpasswd')).toBe('attachment; filename=".._.._etc_passwd"')
    expect(await named('/a,b.txt')).toBe('attachment; filename="a,b.txt"')
    expect(await named(`/${encodeURIComponent('Füße "1".txt')}`)).toBe(
      `attachment; filename="F__e _1_.txt"; filename*=UTF-8''F%C3%BC%C3%9Fe%20%221%22.txt`,
    )
    expect((await get({}, `/attachments/${id}/download/%2e%2e%00`)).status).toBe(400)
  })
})

describe('what a browser could run', () => {
  const hostile: [string, string][] = [
    ['page.html', '<script>alert(1)</script>'],
    ['picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['feed.xml', '<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'],
    ['code.js', 'alert(1)'],
  ]
  for (const [name, content] of hostile) {
    test(`${name} is saved as bytes, never opened in our name`, async () => {
      const made = await world.anna.upload(`/tasks/${world.dig.id}/attachments`, name, content)
      const { headers } = await get({}, `/attachments/${made.body.data[0].id}/download`)
      expect(headers.get('content-type')).toBe('application/octet-stream')
      expect(headers.get('content-disposition')).toMatch(/^attachment;/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    })
  }
})
