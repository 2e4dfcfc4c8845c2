import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { expect, test } from 'vitest'

const compress = promisify(brotliCompress)
const dist = join(import.meta.dirname, '../dist')
const read = (name: string) => readFileSync(join(dist, 'assets', name))
/** What a browser has to load before anything is drawn; `import(…)` has a bracket behind it, and comes later. */
const imports = /\b(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g

test('the first load is at most 250 KB of compressed script, and all of it is named by the page', async () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = [...page.matchAll(/"\/work\/assets\/([\w.-]+\.js)"/g)].map(([, name]) => String(name))
  const needed = new Set(named)
  for (const name of needed) for (const [, other] of read(name).toString().matchAll(imports)) needed.add(String(other))
  // A script that the page does not name is found only when another one is there, a round trip later.
  expect([...needed].filter((name) => !named.includes(name))).toEqual([])
  const sizes = await Promise.all(
    [...needed].map(async (name) => ({ name, bytes: (await compress(read(name))).length })),
  )
  sizes.sort((one, other) => other.bytes - one.bytes)
  const bytes = sizes.reduce((sum, one) => sum + one.bytes, 0)
  expect(bytes, sizes.map((one) => `${one.name} ${one.bytes}`).join('\n')).toBeLessThanOrEqual(250_000)
})
