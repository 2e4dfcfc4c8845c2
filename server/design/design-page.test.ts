import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumPath, startBrowser, type TestBrowser } from '#testing/chromium.ts'
import { isGood } from '#testing/good-page.ts'
import { type PeopleServer, startPeopleServer } from '#testing/people-server.ts'

let server: PeopleServer
let browser: TestBrowser | undefined
beforeAll(async () => {
  server = await startPeopleServer()
  if (chromiumPath) browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server.close()
})

test.skipIf(!chromiumPath)('every component is accessible, in light and dark, and fits a phone', async () => {
  const context = await (browser as TestBrowser).newContext()
  const page = await context.newPage()
  await page.goto(`${server.url}/design`)
  await isGood(page)
})

test.skipIf(!chromiumPath)('a text that people carry elsewhere is copied by keyboard', async () => {
  const context = await (browser as TestBrowser).newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(`${server.url}/design`)
  await page.getByRole('button', { name: 'Copy the call' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Copy the call' }).getByText('Copied').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain('/contacts?me=true')
  await context.close()
})

test('every style part is listed, and every colour has a light and a dark form', async () => {
  const page = await (await fetch(`${server.url}/design`)).text()
  const sheet = await (
    await fetch(new URL(/href="(\/assets\/style[^"]+)"/.exec(page)?.[1] as string, server.url))
  ).text()
  for (const [, name] of page.matchAll(/class="swatch (\w+)"/g)) {
    expect(sheet).toMatch(new RegExp(`--${name}: light-dark\\(`))
    expect(sheet).toContain(`.swatch.${name}`)
  }
})
