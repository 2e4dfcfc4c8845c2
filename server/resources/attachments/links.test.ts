import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signLink } from '#files/signed-link.ts'
import { decodeId } from '#ids/decode.ts'
import { startWorld, type World } from '#testing/world.ts'

let world: World
let id: string
const day = 24 * 60 * 60 * 1000

beforeAll(async () => {
  world = await startWorld({ PUBLIC_URL: 'https://work.example.com' })
  id = (await world.anna.upload(`/tasks/${world.dig.id}/attachments`, 'plän.html', '<b>plan</b>')).body.data[0].id
})
afterAll(() => world.close())

const linkOf = async (attachmentId: string): Promise<string> =>
  (await world.cleo.get(`/attachments/${attachmentId}/url`)).body.data[0].url
/** Opens a link of the public address at the server under test. */
const open = (link: string) => fetch(link.replace('https://work.example.com', world.url))

/** A link to the file as it was made some time ago. */
function linkFrom(agoMs: number, secret = world.services.secret): string {
  const attachmentId = decodeId('Attachment', id)?.number as number
  return signLink(secret, { accountId: world.accountId, attachmentId }, 'plan', Date.now() - agoMs)
}

describe('a link to a stored file', () => {
  test('gives the file without an access token, as a download does', async () => {
    const { body } = await world.cleo.get(`/attachments/${id}/url`)
    expect(body).toEqual({ kind: 'url', data: [{ url: expect.stringContaining('https://work.example.com/files/') }] })
    const response = await open(body.data[0].url)
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 200, text: '<b>plan</b>' })
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="pl_n.html"; filename*=UTF-8''pl%C3%A4n.html`,
    )
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })
  test('serves ranges', async () => {
    const link = (await linkOf(id)).replace('https://work.example.com', world.url)
    const response = await fetch(link, { headers: { range: 'bytes=3-6' } })
    expect({ status: response.status, text: await response.text() }).toEqual({ status: 206, text: 'plan' })
  })
  test('comes with every attachment of a list when it is asked for', async () => {
    const day = (offset: number) => `${new Date(Date.now() + offset).toISOString().slice(0, 19)}Z`
    const createdDate = { start: day(-60_000), end: day(60_000) }
    const lists: [string, object][] = [
      [`/tasks/${world.dig.id}/attachments`, {}],
      [`/attachments/${id}`, {}],
      ['/attachments', { createdDate }],
    ]
    for (const [path, parameters] of lists) {
      const { body } = await world.cleo.get(path, { ...parameters, withUrls: true })
      expect(await (await open(body.data[0].url)).text(), path).toBe('<b>plan</b>')
    }
    expect((await world.cleo.get(`/attachments/${id}`)).body.data[0].url).toBeUndefined()
  })
  test('lives 24 hours', async () => {
    expect((await open(linkFrom(day - 60_000))).status).toBe(200)
    const response = await open(linkFrom(day))
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 404,
      body: { error: 'resource_not_found', errorDescription: "File 'plan' does not exist" },
    })
  })
  test('that is forged or changed gives nothing', async () => {
    expect((await open(linkFrom(0, Buffer.alloc(32)))).status).toBe(404)
    const link = await linkOf(id)
    const token = /\/files\/([^/]+)\//.exec(link)?.[1] as string
    const [text, signature] = token.split('.') as [string, string]
    const [accountId, attachmentId, until] = JSON.parse(Buffer.from(text, 'base64url').toString())
    const other = Buffer.from(JSON.stringify([accountId, attachmentId + 1, until])).toString('base64url')
    for (const forged of [`${other}.${signature}`, `${text}.`, text, `${token}.x`, '.', 'x.y'])
      expect((await fetch(`${world.url}/files/${forged}/plan`)).status, forged).toBe(404)
  })
  test('dies with its attachment', async () => {
    const made = await world.anna.upload(`/tasks/${world.dig.id}/attachments`, 'a.txt', 'x')
    const link = await linkOf(made.body.data[0].id)
    await world.anna.delete(`/attachments/${made.body.data[0].id}`)
    expect((await open(link)).status).toBe(404)
  })
})

describe('a link to a file elsewhere', () => {
  const elsewhere = { url: 'https://drive.example.com/plan?id=1', name: 'Plan.docx', type: 'Google' }
  const attach = (parameters: object) => world.ben.post(`/tasks/${world.dig.id}/attachments/links`, { ...parameters })

  test('is an attachment whose size is not known, and is its own address', async () => {
    const { body } = await attach({ ...elsewhere, previewUrl: 'https://drive.example.com/plan.png' })
    expect(body.data[0]).toMatchObject({
      name: 'Plan.docx',
      type: 'Google',
      size: -1,
      version: 1,
      previewUrl: 'https://drive.example.com/plan.png',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    })
    expect(await linkOf(body.data[0].id)).toBe(elsewhere.url)
    const listed = await world.cleo.get(`/attachments/${body.data[0].id}`, { withUrls: true })
    expect(listed.body.data[0].url).toBe(elsewhere.url)
  })
  test('can be deleted, but neither downloaded nor replaced', async () => {
    const { body } = await attach(elsewhere)
    const path = `/attachments/${body.data[0].id}`
    expect((await world.ben.raw(`${path}/download`)).status).toBe(403)
    expect((await world.ben.upload(path, 'a', 'x', { method: 'PUT' })).body.error).toBe('not_allowed')
    expect((await world.ben.delete(path)).status).toBe(200)
  })
  test('leads to the web, nowhere else', async () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'https://me:you@a.com', 'x'])
      expect((await attach({ ...elsewhere, url })).body, url).toMatchObject({
        error: 'invalid_parameter',
        errorDescription: "Parameter 'url' value is invalid",
      })
    expect((await attach({ ...elsewhere, previewUrl: 'javascript:x' })).body.errorDescription).toContain("'previewUrl'")
  })
})
