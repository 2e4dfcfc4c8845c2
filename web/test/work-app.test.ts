import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTask, queryTasks } from '../../sdk/src/index.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { hasChromium, phone, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  for (let count = 0; count < 150; count++)
    await app.make(createTask, { folderId: app.folderId, title: `Dig ${count}` })
})
afterAll(() => app?.close())

test.skipIf(!hasChromium)('who is not signed in is led to sign in, and back to the very address', async () => {
  page = await app.open(`/folder/${app.folderId}`)
  page.setDefaultTimeout(8000)
  await page.getByRole('heading', { name: 'Pond' }).waitFor()
  await isAccessible(page)
})

test.skipIf(!hasChromium)('a person finds a folder in the tree with the keyboard', async () => {
  await page.goto(`${app.server.url}/work/`)
  await page.getByRole('treegrid', { name: 'Spaces and folders' }).waitFor()
  await page.getByRole('row', { name: 'Garden' }).focus()
  await page.keyboard.type('po')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Pond' }).waitFor()
})

test.skipIf(!hasChromium)('a list of many tasks is read as one goes down, drawing only what is seen', async () => {
  const rows = page.getByRole('treegrid', { name: 'Tasks' }).getByRole('row')
  await rows.first().waitFor()
  expect(await rows.count()).toBeLessThan(60)
  await page.locator('.task-list').evaluate((list) => list.scrollTo(0, 1e6))
  await expect
    .poll(async () => {
      await page.locator('.task-list').evaluate((list) => list.scrollTo(0, 1e6))
      return page.getByRole('main').getByRole('link', { name: 'Dig 149', exact: true }).count()
    })
    .toBe(1)
})

test.skipIf(!hasChromium)(
  'a task is written, opened, changed, talked about and done, with the keyboard alone',
  async () => {
    await page.getByLabel('Title of a new task').focus()
    await page.keyboard.type('Plant the beans')
    await page.keyboard.press('Enter')
    await page.locator('.task-list').evaluate((list) => list.scrollTo(0, 0))
    await page.getByRole('main').getByRole('link', { name: 'Plant the beans' }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('article')
    await panel.getByLabel('Title').focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' today')
    await page.keyboard.press('Enter')
    await page.getByRole('main').getByRole('link', { name: 'Plant the beans today' }).waitFor()
    await panel.getByRole('textbox', { name: 'Due' }).fill('2026-12-04')
    await page.keyboard.press('Enter')
    await panel.getByRole('button', { name: 'Assign', exact: true }).press('Enter')
    await page.getByRole('option', { name: 'Anna Ash' }).press('Enter')
    await page.keyboard.press('Escape')
    // The list gives the focus back to its button.
    await panel.locator('button:focus').waitFor()
    await panel.getByText('Anna Ash').first().waitFor()
    await panel.getByRole('button', { name: 'Write a comment' }).press('Enter')
    const field = panel.getByRole('region', { name: 'Activity' }).getByRole('textbox', { name: 'Comment' })
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.type('Soak them first')
    await page.keyboard.press('Control+Enter')
    await panel.getByRole('listitem').getByText('Soak them first').waitFor()
    await isAccessible(page)
    await page.keyboard.press('Tab')
    await panel.focus()
    await page.keyboard.press('Escape')
    await expect.poll(() => panel.count()).toBe(0)
    await page.getByRole('checkbox', { name: 'Plant the beans today: done' }).focus()
    await page.keyboard.press('Space')
    // The side has what was opened last, done or not.
    await expect.poll(() => page.getByRole('main').getByRole('link', { name: 'Plant the beans today' }).count()).toBe(0)

    const { data } = await app.anna.call(queryTasks, {
      folderId: app.folderId,
      title: 'beans',
      fields: ['responsibleIds'],
    })
    expect(data).toMatchObject([
      { title: 'Plant the beans today', status: 'Completed', dates: { type: 'Planned', due: '2026-12-04T17:00:00' } },
    ])
    expect(data[0]?.responsibleIds).toHaveLength(1)
  },
)

test.skipIf(!hasChromium)('Ctrl K leads to anything by its name', async () => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dig 14')
  await page.getByRole('option', { name: 'Dig 149' }).waitFor()
  await isAccessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/work/task/*')
  await page.getByRole('article', { name: /Dig 14/ }).waitFor()
})

test.skipIf(!hasChromium)('a permalink of the API leads to its task', async () => {
  const { data } = await app.anna.call(queryTasks, { folderId: app.folderId, title: 'Dig 77' })
  await page.goto(data[0]?.permalink as string)
  await page.getByRole('article', { name: 'Dig 77' }).waitFor()
  expect(page.url()).toContain(`/work/task/${data[0]?.id}`)
})

test.skipIf(!hasChromium)(
  'a notice covers nothing of the page, stays while it is looked at, and goes by a key',
  async () => {
    const notices = page.getByRole('region', { name: 'Notices' })
    const rename = async (title: string) => {
      await page.getByLabel('Title').fill(title)
      await page.keyboard.press('Enter')
      await notices.getByText(`Renamed to “${title}”.`).waitFor()
    }
    await page.clock.install()
    await rename('Dig deep')
    const [beside, main] = [await notices.boundingBox(), await page.getByRole('main').boundingBox()]
    expect((beside?.x ?? 0) + (beside?.width ?? 0)).toBeLessThanOrEqual(main?.x ?? 0)
    await notices.hover()
    await page.clock.fastForward(12_000)
    expect(await notices.getByText('Renamed').count()).toBe(1)
    await page.mouse.move(700, 300)
    await page.clock.fastForward(12_000)
    await expect.poll(() => notices.getByText('Renamed').count()).toBe(0)
    await rename('Dig 77')
    await page.keyboard.press('x')
    await expect.poll(() => notices.getByText('Renamed').count()).toBe(0)
  },
)

test.skipIf(!hasChromium)('everything fits a phone, where the tree is behind a button', async () => {
  await page.setViewportSize(phone)
  await page.goto(`${app.server.url}/work/folder/${app.folderId}`)
  await page.getByRole('main').getByRole('link', { name: /Dig/ }).first().waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Spaces' }).click()
  await page.getByRole('row', { name: 'Garden' }).waitFor()
  await isAccessible(page)
})

test.skipIf(!hasChromium)('opening a list, a board and a task pushes nothing aside that is there already', async () => {
  const { id } = (await app.anna.call(queryTasks, { folderId: app.folderId })).data[0] as { id: string }
  const opened = await page.context().newPage()
  await opened.addInitScript(`
    globalThis.shifts = []
    const nameOf = ({ node }) => node?.parentElement?.className + ' > ' + (node?.className ?? node?.nodeName)
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, value, sources } of list.getEntries())
        if (!hadRecentInput) shifts.push(value + ' ' + sources.map(nameOf))
    }).observe({ type: 'layout-shift', buffered: true })`)
  const pages = {
    [`/folder/${app.folderId}?kind=List`]: '.task-row',
    [`/folder/${app.folderId}?kind=Board`]: '.task-card',
    [`/task/${id}`]: '.task-texts',
  }
  for (const [address, content] of Object.entries(pages)) {
    await opened.goto(`${app.server.url}/work${address}`)
    await opened.locator(content).first().waitFor()
    await opened.locator('.who:text-is("Anna Ash")').waitFor()
    await opened.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
    expect(await opened.evaluate('shifts'), address).toEqual([])
  }
  // Beside a task, too, a board draws only what is seen.
  await opened.goto(`${app.server.url}/work/folder/${app.folderId}?kind=Board&task=${id}`)
  await opened.locator('.task-texts').waitFor()
  expect(await opened.locator('.task-card').count()).toBeLessThan(60)
  await opened.close()
})

test.skipIf(!hasChromium)('signing out ends what the page may do', async () => {
  const token = page.waitForRequest(/\/api\/v4\//)
  await page.reload()
  const authorization = (await (await token).allHeaders()).authorization as string
  await page.goto(`${app.server.url}/profile`)
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/profile'))
  await expect
    .poll(async () => (await fetch(`${app.server.url}/api/v4/version`, { headers: { authorization } })).status)
    .toBe(401)
})
