import type { CDPSession, Page } from 'playwright-core'
import { type Hand, handOn, type Taken } from './hand.ts'
import { limits, shiftOf, table } from './report.ts'
import type { Scene } from './steps.ts'

/** A page as it was opened. */
export interface Opened {
  scene: string
  isCold: boolean
  /** Compressed, as they were sent: what the page itself names, and what came on demand. */
  scripts: { name: string; bytes: number; isFirst: boolean }[]
  otherBytes: number
  /** Until its first content stood there, and until all was read. */
  drawnMs: number
  wholeMs: number
  taken: Taken
}

/** Opens a scene, with an empty cache if it is to be cold, and waits until nothing happens any more. */
export async function open(page: Page, scene: Scene, url: string, isCold: boolean): Promise<[Opened, Hand]> {
  const hand = handOn(page)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  // Without the browser's memory too, which clearing its cache leaves.
  if (isCold) await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const received = listen(session)
  const began = performance.now()
  await page.goto(url)
  await page.locator(scene.drawn).first().waitFor()
  const drawnMs = performance.now() - began
  await hand.rest()
  const wholeMs = performance.now() - began
  const first = await page
    .locator('script[src], link[rel=modulepreload]')
    .evaluateAll((all) => all.map((one) => String(one.getAttribute('src') ?? one.getAttribute('href'))))
  // What is loaded on demand is named in the page too, by the script that asks for it.
  const named = new Set((await (await page.request.get(url)).text()).match(/\/work\/assets\/[^"]+\.js/g) ?? first)
  const scripts = [...received.values()]
    .filter(({ url: from }) => from.endsWith('.js'))
    .map(({ url: from, bytes }) => {
      const { pathname } = new URL(from)
      return { name: pathname.replace('/work/assets/', ''), bytes, isFirst: named.has(pathname) }
    })
  const otherBytes = [...received.values()].filter(({ url: from }) => /\.(css|svg|woff2)$/.test(from))
  await session.detach()
  return [
    {
      scene: scene.name,
      isCold,
      scripts,
      otherBytes: otherBytes.reduce((sum, { bytes }) => sum + bytes, 0),
      drawnMs,
      wholeMs,
      taken: await hand.take(),
    },
    hand,
  ]
}

function listen(session: CDPSession): Map<string, { url: string; bytes: number }> {
  const received = new Map<string, { url: string; bytes: number }>()
  session.on('Network.responseReceived', ({ requestId, response }) => {
    received.set(requestId, { url: response.url, bytes: 0 })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = received.get(requestId)
    if (one) one.bytes = encodedDataLength
  })
  return received
}

const kB = (bytes: number): string => (bytes / 1000).toFixed(1)
const sumOf = (scripts: Opened['scripts'], isFirst: boolean): number =>
  scripts.filter((one) => one.isFirst === isFirst).reduce((sum, { bytes }) => sum + bytes, 0)

export function loadTable(opened: readonly Opened[]): string {
  const rows = opened.map(({ scene, isCold, scripts, otherBytes, drawnMs, wholeMs, taken }) => {
    const [first, shift] = [sumOf(scripts, true), shiftOf(taken)]
    return [
      scene,
      isCold ? 'cold' : 'warm',
      isCold ? kB(first) : '',
      isCold ? kB(sumOf(scripts, false)) : '',
      isCold ? kB(otherBytes) : '',
      Math.round(taken.firstPaint),
      Math.round(taken.largestPaint),
      Math.round(drawnMs),
      Math.round(wholeMs),
      shift.toFixed(4),
      [first > limits.scriptBytes && 'LARGE', shift > 0 && 'SHIFTS'].filter(Boolean).join(' '),
    ]
  })
  return table(
    [
      'page',
      '',
      `first script, kB (limit ${limits.scriptBytes / 1000})`,
      'on demand, kB',
      'styles, kB',
      'first contentful paint, ms',
      'largest, ms',
      'content there, ms',
      'all read, ms',
      'layout shift (limit 0)',
      '',
    ],
    rows,
  )
}

/** The largest scripts of the first load. */
export function heaviest({ scripts }: Opened, most = 8): string {
  const first = scripts.filter(({ isFirst }) => isFirst).sort((one, other) => other.bytes - one.bytes)
  return table(
    ['script of the first load', 'kB compressed'],
    first.slice(0, most).map(({ name, bytes }) => [name, kB(bytes)]),
  )
}
