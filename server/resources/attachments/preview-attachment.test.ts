import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#2a7' } })

async function attach(name: string, content: Buffer | string) {
  const { body } = await world.anna.upload(`/tasks/${world.dig.id}/attachments`, name, content)
  return body.data[0]
}
const preview = (id: string, query = '') => world.cleo.raw(`/attachments/${id}/preview${query}`)
const sizeOf = async (response: Response) => {
  const { format, width, height } = await sharp(Buffer.from(await response.arrayBuffer())).metadata()
  return { format, width, height }
}
const refused = async (id: string) => {
  const response = await preview(id)
  return { status: response.status, error: ((await response.json()) as { error: string }).error }
}
const notAllowed = { status: 403, error: 'not_allowed' }

describe('a preview', () => {
  const sizes: [string, number, number][] = [
    ['', 100, 50],
    ['?size=w44', 44, 22],
    ['?size=w200', 200, 100],
    ['?size=w300', 300, 150],
    ['?size=w400', 400, 200],
    ['?size=h400', 800, 400],
  ]
  for (const [query, width, height] of sizes) {
    test(`${query || 'without a size'} is a PNG of ${width} × ${height}`, async () => {
      const { id } = await attach('wide.png', await picture(1000, 500).png().toBuffer())
      const response = await preview(id, query)
      expect(response.headers.get('content-type')).toBe('image/png')
      expect(await sizeOf(response)).toEqual({ format: 'png', width, height })
    })
  }
  test('is made of JPEG, WebP, GIF and AVIF too', async () => {
    for (const format of ['jpeg', 'webp', 'gif', 'avif'] as const) {
      const made = await attach(`a.${format}`, await picture(200, 100).toFormat(format).toBuffer())
      expect(made).toMatchObject({ contentType: `image/${format}`, width: 200, height: 100 })
      expect(await sizeOf(await preview(made.id))).toEqual({ format: 'png', width: 100, height: 50 })
    }
  })
  test('stands upright where the camera was turned', async () => {
    const turned = await picture(200, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const made = await attach('turned.jpg', turned)
    expect(made).toMatchObject({ width: 100, height: 200 })
    expect(await sizeOf(await preview(made.id, '?size=w44'))).toMatchObject({ width: 44, height: 88 })
  })
  test('of a small image is not larger than it', async () => {
    const { id } = await attach('small.png', await picture(20, 10).png().toBuffer())
    expect(await sizeOf(await preview(id, '?size=w400'))).toMatchObject({ width: 20, height: 10 })
  })
  test('is made once, and the same again', async () => {
    const { id } = await attach('again.png', await picture(300, 300).png().toBuffer())
    const both = await Promise.all([preview(id), preview(id)])
    const [one, other] = await Promise.all(both.map(async (response) => Buffer.from(await response.arrayBuffer())))
    expect(other?.equals(one as Buffer)).toBe(true)
    const again = await preview(id)
    const etag = again.headers.get('etag') as string
    const known = await world.cleo.raw(`/attachments/${id}/preview`, { headers: { 'if-none-match': etag } })
    expect(known.status).toBe(304)
  })
  test('takes the name of the path', async () => {
    const { id } = await attach('named.png', await picture(30, 30).png().toBuffer())
    const named = await world.cleo.raw(`/attachments/${id}/preview/mini.png`)
    expect(named.headers.get('content-disposition')).toBe('inline; filename="mini.png"')
  })
})

describe('there is none, and no harm, of', () => {
  test('text, PDF and a link', async () => {
    expect(await refused((await attach('a.txt', 'text')).id)).toEqual(notAllowed)
    expect(await refused((await attach('a.pdf', '%PDF-1.7\n%%EOF')).id)).toEqual(notAllowed)
    const link = { url: 'https://example.com/a.png', name: 'a.png', contentType: 'image/png' }
    const { body } = await world.anna.post(`/tasks/${world.dig.id}/attachments/links`, link)
    expect(await refused(body.data[0].id)).toEqual(notAllowed)
  })
  test('SVG, whatever it refers to', async () => {
    const svg = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><text>&x;</text><image href="file:///etc/passwd"/></svg>`
    for (const name of ['evil.svg', 'evil.png']) {
      const made = await attach(name, svg)
      expect(made.width).toBeUndefined()
      expect(await refused(made.id)).toEqual(notAllowed)
    }
  })
  test('an image that is cut off', async () => {
    const whole = await picture(800, 800).jpeg().toBuffer()
    expect(await refused((await attach('cut.jpg', whole.subarray(0, whole.length / 2))).id)).toEqual(notAllowed)
  })
  test('a file with the first bytes of an image and nothing behind', async () => {
    const head = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1')
    const made = await attach('head.png', Buffer.concat([head, Buffer.alloc(500, 65)]))
    expect(await refused(made.id)).toEqual(notAllowed)
  })
  test('an image of a few kilobytes with a billion pixels', async () => {
    const made = await attach('bomb.png', bomb(40_000, 30_000))
    const before = process.memoryUsage().rss
    expect(await refused(made.id)).toEqual(notAllowed)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024)
    expect((await attach('fine.png', await picture(10, 10).png().toBuffer())).width).toBe(10)
  })
})

/** A valid PNG, all of one colour. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  const lines = deflateSync(Buffer.alloc((width / 8 + 1) * 1000))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
