import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTask, queryAttachments, queryCommentsIn } from '../../sdk/src/index.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { somebody } from '../../server/testing/listed.ts'
import { desktop, hasChromium, phone, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
let taskId: string
beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp({ MAX_UPLOAD: '1MB' })
  await somebody(app.server, 'Ben', { role: 'regular' })
  taskId = await app.make(createTask, { folderId: app.folderId, title: 'Plant the beans' })
  page = await app.open(`/task/${taskId}`)
})
afterAll(() => app?.close())

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const files = async () => (await app.anna.call(queryAttachments, { taskId, versions: true })).data
const choose = async (button: string, ...chosen: { name: string; mimeType: string; buffer: Buffer }[]) => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: button, exact: true }).press('Enter')
  await (await chooser).setFiles(chosen)
}
const text = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
const more = async (name: string, choice: string) => {
  await page.getByRole('button', { name: `More about ${name}` }).press('Enter')
  await page.getByRole('menuitem', { name: choice }).press('Enter')
}

test.skipIf(!hasChromium)(
  'several files go up at once; one that is too large is refused in the server’s words',
  async () => {
    await choose(
      'Upload',
      { name: 'pond.png', mimeType: 'image/png', buffer: dot },
      text('notes.txt', 'one\ntwo'),
      text('large.txt', 'x'.repeat(1_200_000)),
    )
    const section = page.getByRole('region', { name: 'Files' })
    await section.getByRole('button', { name: 'Show pond.png' }).waitFor()
    await section.getByRole('button', { name: 'Show notes.txt' }).waitFor()
    await section.getByRole('alert').waitFor()
    expect(await section.getByRole('alert').textContent()).toContain('1')
    await isAccessible(page)
    await section.getByRole('button', { name: 'Close the message about large.txt' }).press('Enter')
    expect((await files()).map(({ name }) => name).sort()).toEqual(['notes.txt', 'pond.png'])
  },
)

test.skipIf(!hasChromium)('an upload shows how far it is, and can be cancelled', async () => {
  let held: (() => void) | undefined
  await page.route('**/attachments', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await new Promise<void>((resolve) => {
      held = resolve
    })
    await route.continue().catch(() => {})
  })
  await choose('Upload', text('slow.txt', 'slow'))
  await page.getByRole('progressbar', { name: 'slow.txt' }).waitFor()
  await page.getByRole('button', { name: 'Cancel slow.txt' }).press('Enter')
  await expect.poll(() => page.getByRole('progressbar').count()).toBe(0)
  held?.()
  await page.unroute('**/attachments')
  expect((await files()).some(({ name }) => name === 'slow.txt')).toBe(false)
})

test.skipIf(!hasChromium)('files are dropped on the task and pasted into it', async () => {
  for (const kind of ['drop', 'paste'] as const)
    await page.getByRole('article').evaluate((panel, how) => {
      const data = new DataTransfer()
      data.items.add(new File(['words'], `${how}ed.txt`, { type: 'text/plain' }))
      const common = { bubbles: true, cancelable: true }
      panel.dispatchEvent(
        how === 'drop'
          ? new DragEvent('drop', { ...common, dataTransfer: data })
          : new ClipboardEvent('paste', { ...common, clipboardData: data }),
      )
    }, kind)
  await page.getByRole('button', { name: 'Show droped.txt' }).waitFor()
  await page.getByRole('button', { name: 'Show pasteed.txt' }).waitFor()
})

test.skipIf(!hasChromium)('a file gets a new version; the old one can still be had', async () => {
  const chooser = page.waitForEvent('filechooser')
  await more('notes.txt', 'Upload a new version')
  await (await chooser).setFiles(text('notes.txt', 'three'))
  await page.getByText('Version 2').waitFor()
  await more('notes.txt', 'Versions')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download version 1' }).press('Enter')
  const chunks = await (await (await download).createReadStream()).toArray()
  expect(Buffer.concat(chunks).toString()).toBe('one\ntwo')
})

test.skipIf(!hasChromium)('files are looked at one after the other with the arrow keys', async () => {
  await page.getByRole('button', { name: 'Pictures' }).press('Enter')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Show notes.txt' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('three').waitFor()
  await isAccessible(page)
  for (let at = 0; at < 4 && !(await dialog.getByRole('heading', { name: 'pond.png' }).isVisible()); at++)
    await page.keyboard.press('ArrowRight')
  const picture = dialog.getByRole('img', { name: 'pond.png' })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await page.keyboard.press('Escape')
  await expect.poll(() => dialog.count()).toBe(0)
  await expect.poll(() => page.evaluate('document.activeElement.ariaLabel')).toBe('Show notes.txt')
})

test.skipIf(!hasChromium)('deleting a file is asked about first: it goes for good', async () => {
  await more('droped.txt', 'Delete')
  await isAccessible(page)
  await page.getByRole('button', { name: 'Delete the file' }).press('Enter')
  await expect.poll(() => page.getByRole('button', { name: 'Show droped.txt' }).count()).toBe(0)
  expect((await files()).some(({ name }) => name === 'droped.txt')).toBe(false)
})

test.skipIf(!hasChromium)('a comment takes files along', async () => {
  await page.getByRole('button', { name: 'Write a comment' }).press('Enter')
  const field = page.getByRole('region', { name: 'Activity' }).getByRole('textbox', { name: 'Comment' })
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type('See this')
  await choose('Attach files', text('seeds.txt', 'beans'))
  await page.getByRole('list', { name: 'Files of the comment' }).getByText('seeds.txt').waitFor()
  await field.press('Control+Enter')
  await page
    .getByRole('listitem')
    .filter({ hasText: 'See this' })
    .getByRole('button', { name: 'Show seeds.txt' })
    .waitFor()
  const [comment] = (await app.anna.call(queryCommentsIn, { taskId })).data
  expect((await files()).find(({ name }) => name === 'seeds.txt')?.commentId).toBe(comment?.id)
  await page.setViewportSize(phone)
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
  await isAccessible(page)
  await page.setViewportSize(desktop)
})
