import { deleteTask, getTasksByIds, queryAttachments, queryCommentsIn, queryTasks, updateTask } from '@taskwright/sdk'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isGood } from '../../server/testing/good-page.ts'
import { password } from '../../server/testing/people-server.ts'
import { startTogether, type Together } from './start-together.ts'
import { hasChromium } from './start-work-app.ts'

let world: Together
beforeAll(async () => {
  if (hasChromium) world = await startTogether({ opensOffline: true })
}, 60_000)
afterAll(() => world?.close())

const rowOf = (page: Page, title: string) =>
  page
    .getByRole('treegrid')
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) })
const panelOf = (page: Page) => page.getByRole('article')
const stateOf = (page: Page) => page.getByRole('banner').getByRole('status')
const listOf = (page: Page) => page.getByRole('dialog', { name: 'Changes that wait' })
const taskOf = async (id: string) => (await world.ben.program.call(getTasksByIds, { taskIds: [id] })).data[0]

async function openTask(page: Page, title: string): Promise<void> {
  await rowOf(page, title).getByRole('link', { name: title, exact: true }).click()
  await panelOf(page)
    .and(page.getByLabel(title, { exact: true }))
    .getByLabel('Title')
    .waitFor()
}

async function rename(page: Page, title: string): Promise<void> {
  const field = panelOf(page).getByLabel('Title')
  await field.fill(title)
  await field.press('Enter')
}

test.skipIf(!hasChromium)(
  'work goes on through a lost connection: sent once, merged, told where two disagree',
  async () => {
    const { anna, ben } = world
    const { page } = anna
    const description = '<p>First the pond.</p><p>Then the path.</p>'
    const dig = await world.task('Dig', { description, dates: { start: '2027-03-01', due: '2027-03-02' } })
    const rake = await world.task('Rake')
    await openTask(page, 'Dig')
    await panelOf(page).getByText('Then the path.').waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await anna.context.setOffline(true)
    await stateOf(page).getByText('Offline', { exact: true }).waitFor()

    await rowOf(page, 'Rake').getByRole('checkbox').click()
    await stateOf(page).getByText('Offline – 1 change waits').waitFor()
    await rename(page, 'Dig deep')
    await rowOf(page, 'Dig deep').waitFor()
    await panelOf(page).getByRole('button', { name: 'Importance: Normal' }).click()
    await page.getByRole('option', { name: 'High' }).click()
    await panelOf(page).getByRole('button', { name: 'Importance: High' }).waitFor()
    await panelOf(page).getByRole('button', { name: 'Edit', exact: true }).click()
    const text = panelOf(page).getByRole('textbox', { name: 'Description' })
    await text.press('Control+End')
    await text.pressSequentially(' Anna was here.')
    await panelOf(page).getByText('Kept in this browser').waitFor()
    await panelOf(page).getByRole('button', { name: 'Done', exact: true }).click()
    await panelOf(page).getByRole('button', { name: 'Write a comment' }).click()
    await panelOf(page).getByRole('textbox', { name: 'Comment' }).pressSequentially('Who has the spade?')
    await page.keyboard.press('Control+Enter')
    await panelOf(page).getByRole('listitem').filter({ hasText: 'Who has the spade?' }).waitFor()
    await panelOf(page).evaluate((panel) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File(['words'], 'plan.txt', { type: 'text/plain' }))
      panel.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
    })
    await page.getByText('“plan.txt” is uploaded when the connection is back.').waitFor()
    // Something that only her browser knows, and a change of it.
    await page.getByRole('textbox', { name: 'Title of a new task' }).fill('Plant')
    await page.keyboard.press('Enter')
    await openTask(page, 'Plant')
    await rename(page, 'Plant beans')
    await rowOf(page, 'Plant beans').waitFor()

    await stateOf(page).getByText('Offline – 6 changes wait').waitFor()
    await page.reload()
    await stateOf(page).getByText('Offline – 6 changes wait').waitFor()
    await panelOf(page)
      .and(page.getByLabel('Plant beans', { exact: true }))
      .waitFor()
    await rowOf(page, 'Rake').getByRole('checkbox', { checked: true }).waitFor()

    // Meanwhile others go on: other members of the same tasks, another paragraph, and one member that Anna changes too.
    const byBen = (taskId: string, members: object) => ben.program.call(updateTask, { taskId, ...members })
    await byBen(dig, { dates: { start: '2027-03-01', due: '2027-03-05' }, importance: 'Low' })
    await byBen(dig, { description: description.replace('First the pond.', 'First the pond, says Ben.') })
    await openTask(ben.page, 'Rake')
    await rename(ben.page, 'Rake leaves')
    await expect.poll(async () => (await taskOf(rake))?.title).toBe('Rake leaves')

    await anna.context.setOffline(false)
    await stateOf(page).getByText('1 change needs you', { exact: true }).waitFor()
    expect(await taskOf(rake)).toMatchObject({ title: 'Rake leaves', status: 'Completed' })
    const digged = await taskOf(dig)
    expect(digged).toMatchObject({
      title: 'Dig deep',
      importance: 'Low',
      dates: { due: expect.stringContaining('2027-03-05') },
    })
    expect(digged?.description).toBe('<p>First the pond, says Ben.</p><p>Then the path. Anna was here.</p>')
    const comments = (await ben.program.call(queryCommentsIn, { taskId: dig })).data
    expect(comments.map(({ text: said }) => said)).toEqual([expect.stringContaining('Who has the spade?')])
    const planted = (await ben.program.call(queryTasks, { folderId: world.folderId, title: 'Plant' })).data
    expect(planted.map(({ title }) => title)).toEqual(['Plant beans'])
    const files = (await ben.program.call(queryAttachments, { taskId: dig })).data
    expect(files.map(({ name }) => name)).toEqual(['plan.txt'])
    // The open panel goes on with the true task, in its address too.
    await page.waitForURL((url) => url.searchParams.get('task') === planted[0]?.id)
    await panelOf(page)
      .and(page.getByLabel('Plant beans', { exact: true }))
      .waitFor()

    await stateOf(page).getByRole('button').click()
    const asked = listOf(page).getByRole('row', { name: 'Importance' })
    expect(await asked.getByRole('cell').allTextContents()).toEqual(['High', 'Low'])
    await isGood(page)
    await listOf(page).getByRole('button', { name: 'Keep mine' }).click()
    await expect.poll(async () => (await taskOf(dig))?.importance).toBe('High')
    await listOf(page).getByText('Nothing waits.').waitFor()
    await page.keyboard.press('Escape')
    await rowOf(ben.page, 'Dig deep').waitFor()
    await rowOf(ben.page, 'Plant beans').waitFor()
  },
  60_000,
)

test.skipIf(!hasChromium)(
  'what has arrived without its answer is not done twice; a server that is killed is waited for',
  async () => {
    const { page, program } = world.ben
    const id = await world.task('Weed')
    await openTask(page, 'Weed')
    let cut = 0
    await page.route('**/comments', async (route) => {
      if (route.request().method() !== 'POST' || cut++ > 0) return route.continue()
      await route.fetch()
      await route.abort()
    })
    await panelOf(page).getByRole('button', { name: 'Write a comment' }).click()
    await panelOf(page).getByRole('textbox', { name: 'Comment' }).pressSequentially('All of it?')
    await page.keyboard.press('Control+Enter')
    await stateOf(page).getByText('All sent').waitFor()
    expect(cut).toBe(2)
    expect((await program.call(queryCommentsIn, { taskId: id })).data).toHaveLength(1)
    expect(await panelOf(page).getByRole('listitem').filter({ hasText: 'All of it?' }).count()).toBe(1)

    await world.kill()
    await rename(page, 'Weed it all')
    await stateOf(page).getByText('Offline – 1 change waits').waitFor()
    await world.start()
    await expect.poll(async () => (await taskOf(id))?.title).toBe('Weed it all')
  },
)

test.skipIf(!hasChromium)('what is refused later is kept until somebody decides; signing out asks first', async () => {
  const { page, context } = world.ben
  const id = await world.task('Mow')
  await rowOf(page, 'Mow').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context.setOffline(true)
  await stateOf(page).getByText('Offline', { exact: true }).waitFor()
  await rowOf(page, 'Mow').getByRole('checkbox').click()
  await stateOf(page).getByText('Offline – 1 change waits').waitFor()
  // Another tab shows the same, and opens without a network.
  const second = await context.newPage()
  await second.goto(page.url())
  await rowOf(second, 'Mow').getByRole('checkbox', { checked: true }).waitFor()
  await world.anna.program.call(deleteTask, { taskId: id })
  await world.anna.program.call(deleteTask, { taskId: id }).catch(() => {})
  await context.setOffline(false)
  for (const tab of [page, second]) await stateOf(tab).getByText('1 change needs you').waitFor()

  const profile = await context.newPage()
  await profile.goto(`${world.url}/profile`)
  const question = profile.waitForEvent('dialog')
  const leaving = profile.getByRole('button', { name: 'Sign out' }).click()
  expect((await question).message()).toContain('One change is not on the server')
  await (await question).dismiss()
  await leaving

  await stateOf(page).getByRole('button').click()
  await listOf(page).getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('dialog', { name: 'Discard this change?' }).getByRole('button', { name: 'Discard' }).click()
  await listOf(page).getByText('Nothing waits.').waitFor()
  await expect.poll(() => stateOf(second).textContent()).toBe('')

  // What is kept goes with who signs out; how they like the pages stays.
  await page.evaluate(() => localStorage.setItem('theme', 'dark'))
  await profile.getByRole('button', { name: 'Sign out' }).click()
  await profile.getByRole('link', { name: 'Sign in' }).first().waitFor()
  const kept = () => profile.evaluate(async () => (await indexedDB.databases()).length + (await caches.keys()).length)
  await expect.poll(kept).toBe(0)
  await profile.goto(`${world.url}/work/`)
  await profile.getByLabel('Email address').fill('ben@example.com')
  await profile.getByLabel('Password').fill(password)
  await profile.keyboard.press('Enter')
  await profile.getByRole('banner').waitFor()
  await expect.poll(() => profile.evaluate(() => document.documentElement.style.colorScheme)).toBe('dark')
})
