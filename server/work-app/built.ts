import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../web/dist', import.meta.url))

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
}

/** The work app as the build left it. */
export interface Built {
  /** The page that everything begins with. */
  page: string
  /** Name → file; the name changes with the content. */
  assets: ReadonlyMap<string, { type: string; content: Buffer }>
}

/** Reads the built app, about one megabyte, into memory; undefined if it was not built. */
export function readBuilt(): Built | undefined {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) return undefined
  const names = readdirSync(join(folder, 'assets'))
  return {
    page: readFileSync(page, 'utf8'),
    assets: new Map(
      names.map((name) => [
        name,
        {
          type: types[extname(name)] ?? 'application/octet-stream',
          content: readFileSync(join(folder, 'assets', name)),
        },
      ]),
    ),
  }
}
