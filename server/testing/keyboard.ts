import type { Locator, Page } from 'playwright-core'

/** Far more stops than any page has. */
const mostPresses = 250

/**
 * Goes to something as a person without a mouse does: with the tab key, until it has the focus.
 *
 * @throws {Error} if the key does not lead there
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  // Found once: to look for a name in all of the page after each press takes longer than the press.
  let element = await target.elementHandle()
  for (let presses = 0; presses < mostPresses; presses++) {
    const state = await element?.evaluate((one) => ({
      isThere: one.isConnected,
      hasFocus: one === document.activeElement,
    }))
    if (state?.hasFocus) return
    if (state?.isThere) await page.keyboard.press('Tab')
    else element = await target.elementHandle()
  }
  throw new Error(`The tab key does not lead to ${target}`)
}

/** Goes there and presses Enter. */
export async function enter(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Goes to a field and writes over what is in it. */
export async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(text)
}
