import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  countNotifications,
  createComment,
  createTask,
  getNotificationPreferences,
  queryNotifications,
  updateAllNotifications,
  updateTask,
} from '../../sdk/src/index.ts'
import { isAccessible, isGood } from '../../server/testing/good-page.ts'
import { startTogether, type Together } from './start-together.ts'
import { hasChromium, phone } from './start-work-app.ts'

/** Anna's program makes things happen; Ben is told of them in his browser. */
let world: Together
let page: Page
const browserTest = test.skipIf(!hasChromium)
const badge = (name: string) => page.getByRole('link', { name, exact: true })
const row = (title: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: title }) })
const unread = async () => (await world.ben.program.call(countNotifications, {})).data[0]?.unread
const mention = (id: string) => `<a class="stream-user-id avatar" rel="${id}">@Ben Test</a>`
const focused = () => page.evaluate('document.activeElement.textContent')

beforeAll(async () => {
  if (!hasChromium) return
  world = await startTogether()
  page = world.ben.page
}, 60_000)
afterAll(() => world?.close())

browserTest('an inbox in which nothing waits says what will come there', async () => {
  // The folder was shared with Ben when it was made.
  await badge('Inbox, 1 unread').click()
  await row('Pond').getByText('Anna Test shared it with you').waitFor()
  await world.ben.program.call(updateAllNotifications, { archived: true })
  await page.getByText('Nothing waits for you').waitFor()
  await badge('Inbox').waitFor()
  await isGood(page)
})

browserTest('a mention arrives by itself, on the page and in the frame, without reload', async () => {
  const { program } = world.anna
  const taskId = await world.task('Dig the pond')
  const text = `Can you look at it, ${mention(world.ben.id)}?`
  await program.call(createComment, { taskId, text })
  const answered = performance.now()
  await page.getByText('Anna Test mentioned you: “Can you look at it, @Ben Test?”').waitFor()
  await badge('Inbox, 1 unread').waitFor()
  // Far less on a machine that has nothing else to do; what is asked now and then comes later.
  expect(performance.now() - answered).toBeLessThan(4000)
})

browserTest(
  'what happens to one task on one day stands together; Enter opens it beside and marks it as read',
  async () => {
    const { program } = world.anna
    const taskId = await world.task('Plant the beans', { responsibles: [world.ben.id] })
    await program.call(updateTask, { taskId, dates: { type: 'Planned', start: '2027-03-01', due: '2027-03-04' } })
    await program.call(updateTask, { taskId, status: 'Completed' })
    await row('Plant the beans').getByText('Anna Test changed the dates: due 4 Mar 2027').waitFor()
    await row('Plant the beans').getByText('Anna Test changed the status from New to Completed').waitFor()
    await badge('Inbox, 4 unread').waitFor()
    await isAccessible(page)
    await page.getByRole('main').getByRole('link', { name: 'Plant the beans' }).focus()
    await page.keyboard.press('Enter')
    const panel = page.getByRole('article', { name: 'Plant the beans' })
    await panel.waitFor()
    await badge('Inbox, 1 unread').waitFor()
    await expect.poll(unread).toBe(1)
    await panel.focus()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
  },
)

browserTest('keys go through the list, mark as unread, and archive with a way back', async () => {
  await page.evaluate('document.activeElement.blur()')
  await page.keyboard.press('j')
  await expect.poll(focused).toContain('Plant the beans')
  await page.keyboard.press('j')
  await expect.poll(focused).toContain('Dig the pond')
  await page.keyboard.press('k')
  await expect.poll(focused).toContain('Plant the beans')
  await page.keyboard.press('u')
  await badge('Inbox, 4 unread').waitFor()
  await page.keyboard.press('e')
  await row('Plant the beans').waitFor({ state: 'detached' })
  await expect.poll(focused).toContain('Dig the pond')
  await page.getByText('3 notifications are archived.').waitFor()
  await expect.poll(unread).toBe(1)
  await page.keyboard.press('Control+z')
  await row('Plant the beans').waitFor()
  const archived = async () => (await world.ben.program.call(queryNotifications, { archived: true })).data.length
  await expect.poll(archived).toBe(1)
})

browserTest('filters show what is unread, of one kind, or archived, and are in the address', async () => {
  await page.getByRole('button', { name: 'Unread', exact: true }).click()
  await row('Plant the beans').waitFor({ state: 'detached' })
  await row('Dig the pond').waitFor()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await page.getByText('You have read everything').waitFor()
  await badge('Inbox').waitFor()
  await page.getByRole('button', { name: 'All', exact: true }).click()
  await page.getByLabel('What it is about').selectOption('Mentions of me')
  await row('Plant the beans').waitFor({ state: 'detached' })
  await page.reload()
  await row('Dig the pond').waitFor()
  expect(await row('Plant the beans').count()).toBe(0)
})

browserTest('preferences are saved as they are chosen, and hold from then on', async () => {
  await page.getByRole('link', { name: 'Preferences' }).click()
  await page.getByLabel('Assigned to me: how you are told').selectOption('Not at all')
  await page.getByText('Saved.').waitFor()
  await isGood(page)
  await page.getByRole('checkbox', { name: /Send me mail/ }).click()
  const { program } = world.ben
  const chosen = async () => (await program.call(getNotificationPreferences, {})).data[0]
  await expect.poll(async () => (await chosen())?.mails).toBe(false)
  expect((await chosen())?.kinds).toContainEqual({ kind: 'Assigned', delivery: 'Off' })
  await world.anna.program.call(createTask, {
    folderId: world.folderId,
    title: 'Not told',
    responsibles: [world.ben.id],
    description: mention(world.ben.id),
  })
  await badge('Inbox, 1 unread').waitFor()
})

browserTest('on a phone the list and the open task take turns', async () => {
  await page.setViewportSize(phone)
  await badge('Inbox, 1 unread').click()
  await row('Not told').getByText('Anna Test mentioned you in the description').waitFor()
  await isGood(page)
  await page.getByRole('main').getByRole('link', { name: 'Not told' }).click()
  await page.getByRole('article', { name: 'Not told' }).waitFor()
  expect(await row('Dig the pond').isVisible()).toBe(false)
})
