import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '#testing/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

/** Sends the header as these bytes: `fetch` would refuse most of them. */
function attachNamed(name: Buffer | string): Promise<{ status: number; name: string }> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.isBuffer(name) ? name.toString('latin1') : name
    const sent = request(
      `${world.url}/api/v4/tasks/${world.dig.id}/attachments`,
      { method: 'POST', headers: { authorization: `bearer ${world.anna.token}`, 'x-file-name': bytes } },
      async (response) => {
        const body = JSON.parse(Buffer.concat(await response.toArray()).toString())
        resolve({ status: response.statusCode as number, name: body.data?.[0].name ?? body.error })
      },
    )
    sent.on('error', reject)
    // A text would be sent together with the headers, and both as UTF-8.
    sent.end(Buffer.from('content'))
  })
}

describe('a name', () => {
  const kept: [string, Buffer | string, string][] = [
    ['plain', 'plan.txt', 'plan.txt'],
    ['like a Content-Disposition, literally', 'attachment; filename="a.txt"', 'attachment; filename="a.txt"'],
    ['in UTF-8', Buffer.from('Füße 🌱.txt'), 'Füße 🌱.txt'],
    ['percent-encoded', 'F%C3%BC%C3%9Fe%20%F0%9F%8C%B1.txt', 'Füße 🌱.txt'],
    ['in Latin-1', Buffer.from('Fü.txt', 'latin1'), 'Fü.txt'],
    ['with a percent sign that encodes nothing', '100% sure.txt', '100% sure.txt'],
    ['with percent signs that are no UTF-8', 'a%FF%20b.txt', 'a%FF%20b.txt'],
    ['that begins with a dot', '.gitignore', '.gitignore'],
    ['composed of two signs', Buffer.from('u\u0308.txt'), 'ü.txt'],
  ]
  for (const [what, sent, name] of kept) {
    test(`${what} is kept`, async () => {
      expect(await attachNamed(sent)).toEqual({ status: 200, name })
    })
  }

  const mended: [string, Buffer | string, string][] = [
    ['a way out of a folder', '../../etc/passwd', '.._.._etc_passwd'],
    ['one that is encoded', '..%2F..%2Fetc%2Fpasswd', '.._.._etc_passwd'],
    ['one of Windows', 'C:\\Windows\\system32\\a.dll', 'C:_Windows_system32_a.dll'],
    ['lines and control signs', 'a%0D%0ASet-Cookie: x%00.txt', 'aSet-Cookie: x.txt'],
    ['signs that turn the text around', 'photo%E2%80%AEgpj.exe', 'photogpj.exe'],
    ['blanks around it', '%20 a.txt %20', 'a.txt'],
  ]
  for (const [what, sent, name] of mended) {
    test(`with ${what} is made harmless`, async () => {
      expect(await attachNamed(sent)).toEqual({ status: 200, name })
    })
  }
  test('of 1,000 signs is shortened, its ending stays', async () => {
    expect(await attachNamed(`${'x'.repeat(1000)}.docx`)).toEqual({ status: 200, name: `${'x'.repeat(250)}.docx` })
    const { name } = await attachNamed(encodeURIComponent(`x${'🌱'.repeat(1000)}.txt`))
    expect(name.length).toBeLessThanOrEqual(255)
    expect(name.isWellFormed() && name.endsWith('🌱.txt')).toBe(true)
  })
  test('of nothing is refused', async () => {
    for (const nothing of ['.', '..', '...', '%00', '%E2%80%AE%0A']) {
      expect(await attachNamed(nothing), nothing).toEqual({ status: 400, name: 'invalid_parameter' })
    }
  })
  test('never is a place in the store', async () => {
    const files = join(world.services.settings.dataDir, 'files')
    const places = await readdir(files, { recursive: true })
    const form = /^(\d+(\/[0-9a-f]{2}(\/[0-9a-f-]{36})?)?|arriving)$/
    expect(places.filter((place) => !form.test(place))).toEqual([])
    expect(places.length).toBeGreaterThan(10)
  })
})
