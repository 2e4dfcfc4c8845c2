import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createTask,
  getTasksByIds,
  queryContacts,
  queryTasks,
  queryWorkflows,
  updateTask,
} from '../../sdk/src/index.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { drag as dragTo } from './drag.ts'
import { hasChromium, phone, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
const ids: Record<string, string> = {}
const statuses: Record<string, string> = {}
const titles = ['Dig', 'Line', 'Fill', 'Plant']

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  for (const title of titles) ids[title] = await app.make(createTask, { folderId: app.folderId, title })
  const workflow = (await app.anna.call(queryWorkflows, {})).data.find(({ standard }) => standard)
  for (const { name, id } of workflow?.customStatuses ?? []) statuses[name] = id
  page = await app.open(`/folder/${app.folderId}?kind=Board`)
})
afterAll(() => app?.close())

const column = (name: string) => page.getByRole('region', { name })
const card = (name: string) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name, exact: true }) })
const cardsOf = (list: Locator) => list.getByRole('listitem').locator('.task-card-title').allTextContents()
const taskOf = async (title: string) => {
  const { data } = await app.anna.call(getTasksByIds, { taskIds: [ids[title] as string] })
  return data[0] as (typeof data)[number]
}
/** Notices stand above the lower edge for ten seconds; a person closes those in the way. */
const closeNotices = async () => {
  const close = page.getByRole('button', { name: 'Close the notice' })
  while ((await close.count()) > 0) await close.first().click()
}
const drag = async (from: Locator, to: Locator, at: 'top' | 'middle' = 'middle') => {
  await closeNotices()
  const box = await to.boundingBox()
  if (!box) throw new Error('not there')
  const marked =
    at === 'top' ? page.locator('.edge-top') : to.locator('xpath=ancestor::*[contains(@class, "board-column over")]')
  await dragTo(from, to, { position: { x: box.width / 2, y: at === 'top' ? 4 : box.height / 2 }, marked })
}

describe.skipIf(!hasChromium)('a board', () => {
  test('has a column for each status, with the number of its cards', async () => {
    await card('Dig').waitFor()
    await isAccessible(page)
    expect(await page.locator('.board-column h2').allTextContents()).toEqual(
      Object.keys(statuses).map((name) => `${name}${name === 'New' ? 4 : 0}`),
    )
  })

  test('a card dragged to another column has its status, and undoing brings it back', async () => {
    await drag(card('Dig'), column('In Progress').getByRole('list'))
    await column('In Progress').getByRole('link', { name: 'Dig', exact: true }).waitFor()
    await expect.poll(async () => (await taskOf('Dig')).customStatusId).toBe(statuses['In Progress'])
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => (await taskOf('Dig')).customStatusId).toBe(statuses.New)
    await column('New').getByRole('link', { name: 'Dig', exact: true }).waitFor()
  })

  test('cards are put in order by hand, and the order is the account’s', async () => {
    const before = await cardsOf(column('New'))
    const [first, second, third] = before as [string, string, string, string]
    await drag(card(third), card(first), 'top')
    const expected = [third, first, second, before[3]]
    await expect.poll(() => cardsOf(column('New'))).toEqual(expected)
    await expect
      .poll(async () => {
        const { data } = await app.anna.call(queryTasks, { folderId: app.folderId })
        return data.toSorted((a, b) => (a.priority < b.priority ? -1 : 1)).map(({ title }) => title)
      })
      .toEqual(expected)
  })

  test('with keys a card is found, moved down, and to the next column, and the focus goes along', async () => {
    const [first, second] = (await cardsOf(column('New'))) as [string, string]
    await card(second).getByRole('link').focus()
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(first)
    await page.keyboard.press('Control+ArrowDown')
    await expect.poll(async () => (await cardsOf(column('New'))).slice(0, 2)).toEqual([second, first])
    await expect
      .poll(() => page.getByRole('region', { name: 'Notices' }).getByText('2 of 4').count())
      .toBeGreaterThan(0)
    await page.keyboard.press('Control+ArrowRight')
    await column('In Progress').getByRole('link', { name: first, exact: true }).waitFor()
    await expect.poll(async () => (await taskOf(first)).customStatusId).toBe(statuses['In Progress'])
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(first)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe(second)
  })

  test('a menu moves a card anywhere', async () => {
    await page.getByRole('button', { name: '“Plant”: move and more' }).click()
    await page.getByRole('menuitem', { name: 'Completed' }).click()
    await expect.poll(async () => (await taskOf('Plant')).status).toBe('Completed')
  })

  test('a task written in a column begins there', async () => {
    await page.getByRole('button', { name: 'New task in In Progress' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Rake')
    await page.keyboard.press('Enter')
    await column('In Progress').getByRole('link', { name: 'Rake', exact: true }).waitFor()
    const { data } = await app.anna.call(queryTasks, { folderId: app.folderId, title: 'Rake' })
    expect(data).toMatchObject([{ customStatusId: statuses['In Progress'] }])
    await page.keyboard.press('Escape')
  })

  test('lanes cross the columns, and a card dragged across both has both', async () => {
    await page.getByRole('button', { name: 'Lanes: None' }).click()
    await page.getByRole('option', { name: 'Importance' }).click()
    await column('High').getByRole('heading', { name: 'High' }).waitFor()
    await page.getByRole('option').first().waitFor({ state: 'detached' })
    await drag(card('Rake'), column('High').getByRole('group', { name: 'New' }).getByRole('list'))
    await expect
      .poll(async () => (await app.anna.call(queryTasks, { folderId: app.folderId, title: 'Rake' })).data)
      .toMatchObject([{ importance: 'High', customStatusId: statuses.New }])
    await isAccessible(page)
    expect(page.url()).toContain('group=')
  })

  test('columns by assignee are those of people who have something to do, and nobody', async () => {
    await page.goto(`${app.server.url}/work/folder/${app.folderId}?kind=Board&group=Assignees`)
    await column('Nobody').getByRole('listitem').first().waitFor()
    const me = (await app.anna.call(queryContacts, { me: true })).data.map(({ id }) => id)
    await app.anna.call(updateTask, { taskId: ids.Line as string, addResponsibles: me })
    await page.reload()
    await drag(card('Fill'), column('Anna Ash').getByRole('list'))
    await expect.poll(async () => (await taskOf('Fill')).responsibleIds).toEqual(me)
  })

  test('on a phone a column fills the screen, and the next one comes by swiping', async () => {
    await page.setViewportSize(phone)
    await page.goto(`${app.server.url}/work/folder/${app.folderId}?kind=Board&group=Status`)
    await card('Fill').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
    expect((await column('New').boundingBox())?.width).toBeGreaterThan(300)
    await isAccessible(page)
  })
})
