import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What depends on colours, and so is looked at in the dark again. */
const rulesOfColours = ['color-contrast', 'link-in-text-block']

/** Checks a page: axe finds nothing, in light and in dark. */
export async function isAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The legacy mode opens no page of its own to put the findings together; our pages have no foreign frames.
    // What is right is not gone into, which takes half of its time.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(rulesOfColours) : axe).analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    expect(found, `${page.url()} ${colorScheme}`).toEqual([])
  }
}

/** Checks a page: it is accessible, and nothing is wider than a phone. */
export async function isGood(page: Page): Promise<void> {
  await isAccessible(page)
  const size = page.viewportSize()
  await page.setViewportSize({ width: 375, height: 740 })
  const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')
  expect(overflow, page.url()).toBeLessThanOrEqual(0)
  if (size) await page.setViewportSize(size)
}
