import { AxeBuilder } from '@axe-core/playwright'
import { getTasksByIds, queryCommentsIn, queryTasks, updateTask } from '@taskwright/sdk'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
    // Something that only her browser knows, and a change of it.
    await page.getByRole('textbox', { name: 'Title of a new task' }).fill('Plant')
    await page.keyboard.press('Enter')
    await openTask(page, 'Plant')
    await rename(page, 'Plant beans')
    await rowOf(page, 'Plant beans').waitFor()

    // Meanwhile others go on: other members of the same tasks, another paragraph, and one member that Anna changes too.
    const byBen = (taskId: string, members: object) => ben.program.call(updateTask, { taskId, ...members })
    await byBen(dig, { dates: { start: '2027-03-01', due: '2027-03-05' }, importance: 'Low' })
    await byBen(dig, { description: description.replace('First the pond.', 'First the pond, says Ben.') })
    await byBen(rake, { title: 'Rake leaves' })

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
    // The open panel goes on with the true task, in its address too.
    await page.waitForURL((url) => url.searchParams.get('task') === planted[0]?.id)
    await panelOf(page)
      .and(page.getByLabel('Plant beans', { exact: true }))
      .waitFor()

    await stateOf(page).getByRole('button').click()
    const asked = listOf(page).getByRole('row', { name: 'Importance' })
    expect(await asked.getByRole('cell').allTextContents()).toEqual(['High', 'Low'])
    const found = await new AxeBuilder({ page }).disableRules(['landmark-banner-is-top-level']).analyze()
    expect(found.violations).toEqual([])
    await listOf(page).getByRole('button', { name: 'Keep mine' }).click()
    await expect.poll(async () => (await taskOf(dig))?.importance).toBe('High')
    await listOf(page).getByText('Nothing waits.').waitFor()
    await page.keyboard.press('Escape')
    await rowOf(ben.page, 'Dig deep').waitFor()
    await rowOf(ben.page, 'Plant beans').waitFor()
  },
)
