import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { currentSequence } from '#changes/feed.ts'
import type { Browser } from '#console/browser.ts'
import { fault } from '#console/fault-page.ts'
import { activeAccounts } from '#console/memberships.ts'
import type { PersonalVisit } from '#console/visit.ts'
import { escapeText } from '#design/html.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import { readBuilt } from './built.ts'
import { serviceWorkerOf } from './service-worker.ts'
import { workAppToken } from './token.ts'

const compress = promisify(brotliCompress)

/** The work app at `/work`: one page for all its addresses, and the files it is made of. */
export function workApp(app: FastifyInstance, pages: Browser): void {
  const built = readBuilt()
  const show = async ({ formToken, reply, database, person }: PersonalVisit) => {
    if (!built) return fault('The work app is not built', 'Stop the server and run npm start: it builds it.', 503)
    const active = await activeAccounts(database, person.personId)
    // What the page reads after this moment, its stream of changes tells of.
    const accounts = await Promise.all(
      active.map(async ({ accountId, name }) => ({
        id: encodeAccountId(accountId),
        name,
        sequence: await currentSequence(database, accountId),
      })),
    )
    const personId = encodeId('Contact', 0, person.personId)
    const facts = escapeText(JSON.stringify({ formToken, personId, accounts }))
    // One component library brings a rule of its own as it runs, and takes the nonce from the page.
    const nonce = randomBytes(16).toString('base64')
    // Pictures and documents of tasks are read with the person's token and shown from the page's memory.
    const policy = `${String(reply.getHeader('content-security-policy'))
      .replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
      .replace("img-src 'self'", "img-src 'self' blob:")}; frame-src blob:`
    reply
      .headers({ 'cache-control': 'no-store', 'content-security-policy': policy })
      .type('text/html; charset=utf-8')
      .send(
        built.page.replace('content="{}"', () => `content="${facts}"`).replace('nonce=""', () => `nonce="${nonce}"`),
      )
    return undefined
  }
  // What the API calls a permalink; the app finds out what it means.
  pages.read('/open.htm', async ({ query }) => ({
    redirect: `/work/open?${new URLSearchParams({ id: query.id ?? '' })}`,
  }))
  workAppToken(pages)
  pages.readSignedIn('/work', show)
  pages.readSignedIn('/work/*', show)

  const worker = built && serviceWorkerOf(built)
  app.get('/work/service-worker.js', (_request, reply) => {
    if (!worker) return reply.callNotFound()
    return reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(worker)
  })

  // Compressed once, beside the event loop: it takes 0.6 s for the largest script, 2.6 s for its map.
  const compressed = new Map<string, Promise<Buffer>>()
  app.get('/work/assets/:name', async (request, reply) => {
    const { name } = request.params as { name: string }
    const file = built?.assets.get(name)
    if (!file) return reply.callNotFound()
    reply
      .type(file.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
    if (!/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(file.content)
    const small = compressed.get(name) ?? compress(file.content)
    compressed.set(name, small)
    return reply.header('content-encoding', 'br').send(await small)
  })
}
