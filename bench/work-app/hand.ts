import type { Page, Request } from 'playwright-core'

/** What `meter.take()` gives. */
export interface Taken {
  shifts: { value: number; hadInput: boolean; sources: string[] }[]
  events: {
    name: string
    id: number
    duration: number
    delay: number
    work: number
    paint: number
    target: string
  }[]
  frames: { duration: number; blocking: number; script: number; style: number }[]
  /** Milliseconds between frames, while they were watched. */
  steps: number[]
  firstPaint: number
  largestPaint: number
}

/**
 * A hand at mouse and keyboard. It aims by places, not by Playwright's own clicks: those ask the page much that would be measured
 * along.
 */
export interface Hand {
  page: Page
  click: (selector: string, keys?: string) => Promise<void>
  press: (key: string, times?: number, holdMs?: number) => Promise<void>
  type: (text: string) => Promise<void>
  /** Pulls one thing onto another, or by so many pixels sideways. */
  drag: (from: string, to: string | number) => Promise<void>
  /** Turns the wheel over something. */
  wheel: (selector: string, by: { x?: number; y?: number }, times: number) => Promise<void>
  focus: (selector: string) => Promise<void>
  choose: (selector: string, value: string) => Promise<void>
  /** Until nothing is asked of the server any more and what came is drawn. */
  rest: () => Promise<void>
  take: () => Promise<Taken>
}

/** Of a fast typist: faster keys would wait for one another, which is not what is measured. */
const betweenKeysMs = 60
const longestRestMs = 6000

export function handOn(page: Page): Hand {
  let open = 0
  let last = performance.now()
  const concerns = (url: string) => url.includes('/api/') && !url.includes('/changes/stream')
  page.on('request', (request) => {
    if (concerns(request.url())) open++
  })
  const ended = (request: Request) => {
    if (!concerns(request.url())) return
    open--
    last = performance.now()
  }
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  const placeOf = async (selector: string) => {
    const found = page.locator(selector).first()
    await found.waitFor()
    const box = await found.boundingBox()
    if (!box) throw new Error(`${selector} has no place`)
    return { x: box.x + Math.min(box.width / 2, 60), y: box.y + box.height / 2, box }
  }
  const rest = async () => {
    const from = performance.now()
    for (let quiet = 0; quiet < 2; ) {
      await page.waitForTimeout(60)
      // Of some requests that the page gives up no end is told.
      if (performance.now() - from > longestRestMs) open = 0
      quiet = open <= 0 && performance.now() - last > 120 ? quiet + 1 : 0
    }
    await page.evaluate(
      'new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 1000 })))',
    )
  }
  return {
    page,
    async click(selector, keys) {
      const { x, y } = await placeOf(selector)
      if (keys) await page.keyboard.down(keys)
      await page.mouse.click(x, y)
      if (keys) await page.keyboard.up(keys)
    },
    async press(key, times = 1, holdMs = betweenKeysMs) {
      for (let at = 0; at < times; at++) await page.keyboard.press(key, { delay: holdMs })
    },
    type: (text) => page.keyboard.type(text, { delay: betweenKeysMs }),
    async drag(from, to) {
      const one = await placeOf(from)
      const other = typeof to === 'number' ? { x: one.x + to, y: one.y } : await placeOf(to)
      await page.mouse.move(one.x, one.y)
      await page.mouse.down()
      await page.mouse.move(other.x, other.y, { steps: 12 })
      await page.waitForTimeout(betweenKeysMs)
      await page.mouse.up()
    },
    async wheel(selector, { x = 0, y = 0 }, times) {
      const place = await placeOf(selector)
      await page.mouse.move(place.x, place.y + 40)
      await page.evaluate('meter.watchFrames(true)')
      for (let at = 0; at < times; at++) {
        await page.mouse.wheel(x, y)
        await page.waitForTimeout(16)
      }
      await page.evaluate('meter.watchFrames(false)')
    },
    focus: (selector) => page.locator(selector).first().focus(),
    async choose(selector, value) {
      // By its letters, as from the keyboard: what Playwright chooses is no interaction.
      await page.locator(selector).first().focus()
      await page.keyboard.type(value)
    },
    rest,
    take: async () => (await page.evaluate('meter.take()')) as Taken,
  }
}
