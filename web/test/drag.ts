import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Drags as a person does: takes something, moves until the place that is meant is marked, and lets go. A browser that is busy may
 * miss the beginning; then it is taken again.
 *
 * @param position in the box of `to`; its middle by default
 * @param marked how the page shows that it would be dropped there
 */
export async function drag(
  from: Locator,
  to: Locator,
  { position, marked }: { position?: { x: number; y: number }; marked: Locator },
): Promise<void> {
  const { mouse } = from.page()
  const box = await to.boundingBox()
  if (!box) throw new Error('There is nothing to drag to')
  const { x, y } = position ?? { x: box.width / 2, y: box.height / 2 }
  await expect
    .poll(async () => {
      await mouse.up()
      await from.hover()
      await mouse.down()
      for (let moves = 0; moves < 5 && (await marked.count()) === 0; moves++)
        await to.hover({ position: { x: x + (moves % 2) * 3, y }, force: true })
      return marked.count()
    })
    .toBe(1)
  await mouse.up()
}
