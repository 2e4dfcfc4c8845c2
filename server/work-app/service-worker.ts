import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Built } from './built.ts'

/** The script that opens the work app without a network; another one with each build, so that browsers notice. */
export function serviceWorkerOf({ assets, page }: Built): string {
  const text = readFileSync(new URL('./service-worker.browser.js', import.meta.url), 'utf8')
  const paths = [...assets.keys()].filter((name) => !name.endsWith('.map')).map((name) => `/work/assets/${name}`)
  const build = createHash('sha256').update(page).update(paths.join()).digest('hex').slice(0, 12)
  return text
    .replace('/** @type {string[]} */ ([])', () => JSON.stringify(paths))
    .replace("const build = ''", () => `const build = '${build}'`)
}
