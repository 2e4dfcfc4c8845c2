import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'

/** A file that pages load. Its path changes with its content, so that browsers keep it for ever. */
export interface Asset {
  path: string
  type: 'text/css; charset=utf-8' | 'text/javascript; charset=utf-8'
  text: string
}

const assets = new Map<string, Asset>()

/** Makes texts one style sheet or script that the server gives out. */
function asset(name: string, extension: 'css' | 'js', text: string): Asset {
  const version = createHash('sha256').update(text).digest('base64url').slice(0, 10)
  const type = extension === 'css' ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8'
  const made: Asset = { path: `/assets/${name}-${version}.${extension}`, type, text }
  assets.set(made.path, made)
  return made
}

const parts = [
  'tokens',
  'base',
  'frame',
  'content',
  'forms',
  'buttons',
  'rows',
  'data',
  'tabs',
  'consent',
  'applications',
  'start',
  'integrations',
  'swatches',
  'search',
  'reference',
  'members',
  'samples',
  'try',
  'log',
  'motion',
  'print',
] as const

/** The one style sheet of all pages: tokens first, then components, then what single pages need. */
export const styleSheet = asset(
  'style',
  'css',
  parts.map((part) => readFileSync(new URL(`./styles/${part}.css`, import.meta.url), 'utf8')).join('\n'),
)

/**
 * A script of a page: a module of plain JavaScript beside the page's code, named `*.browser.js`, checked as the rest is.
 * Pages work without it wherever they can.
 *
 * @example const liveTail = browserScript(new URL('./live-tail.browser.js', import.meta.url))
 */
export function browserScript(file: URL): Asset {
  const name = (file.pathname.split('/').at(-1) as string).replace('.browser.js', '')
  return asset(name, 'js', readFileSync(file, 'utf8'))
}

/** Gives out all assets that the running code has made. */
export function assetRoutes(app: FastifyInstance): void {
  app.get('/assets/:file', async (request, reply) => {
    const found = assets.get(request.url.split('?', 1)[0] as string)
    if (!found) return reply.callNotFound()
    return reply.type(found.type).header('cache-control', 'public, max-age=31536000, immutable').send(found.text)
  })
}
