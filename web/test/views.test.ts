import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createCustomField,
  createFolder,
  createTask,
  createView,
  getTasksByIds,
  queryContacts,
  queryRememberedViews,
  queryTasks,
  queryViews,
  queryWorkflows,
} from '../../sdk/src/index.ts'
import { hashPassword } from '../../server/console/passwords.ts'
import { joinAccount, nameContact } from '../../server/resources/contacts/person.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { password } from '../../server/testing/people-server.ts'
import { hasChromium, phone, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
const ids: Record<string, string> = {}

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  const me = (await app.anna.call(queryContacts, { me: true })).data[0]?.id as string
  const statuses = (await app.anna.call(queryWorkflows, {})).data[0]?.customStatuses ?? []
  const inProgress = statuses.find(({ name }) => name === 'In Progress')?.id as string
  const soil = await app.make(createCustomField, {
    title: 'Soil',
    type: 'DropDown',
    settings: { values: ['Clay', 'Sand'], allowOtherValues: false },
  })
  const below = await app.make(createFolder, { folderId: app.folderId, title: 'Edge' })
  const task = async (title: string, members: object = {}, folderId = app.folderId) => {
    ids[title] = await app.make(createTask, { folderId, title, ...members })
  }
  await task('Dig', { importance: 'High', responsibles: [me] })
  await task('Line', { customStatus: inProgress, customFields: [{ id: soil, value: 'Clay' }] })
  await task('Fill', { dates: { type: 'Planned', start: '2026-01-02', due: '2026-01-05' }, importance: 'Low' })
  await task('Plant', { customStatus: inProgress, customFields: [{ id: soil, value: 'Sand' }] }, below)
  await task('Mark', { superTasks: [ids.Dig] })
  page = await app.open(`/folder/${app.folderId}`)
  page.setDefaultTimeout(10_000)
})
afterAll(() => app?.close())

/** A page of Ben, a colleague of Anna's who sees the folder. */
async function joinAsBen(): Promise<Page> {
  const { database } = app.server.store
  const ben = {
    email: 'ben@example.com',
    firstName: 'Ben',
    passwordHash: await hashPassword(password),
    emailConfirmed: true,
  }
  await joinAccount(database, app.server.anna.accountId, await nameContact(database, ben), 'regular')
  return app.open(`/folder/${app.folderId}`, { email: ben.email })
}

/** Axe on the panel that is open; the rest of the page waits for it. */
async function isPanelAccessible(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page }).include('.filter-panel').analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  }
}

const tasksOf = (of: Page) => of.getByRole('treegrid', { name: 'Tasks' })
const titles = (of: Page) => expect.poll(() => tasksOf(of).locator('.task-row .title').allTextContents())
const task = (title: string) => page.getByRole('main').getByRole('link', { name: title, exact: true })

test.skipIf(!hasChromium)('filters narrow the list, are chips in the page, and stand in the address', async () => {
  await page.getByRole('button', { name: /^Filter/ }).click()
  const panel = page.getByRole('dialog', { name: 'Filters' })
  await panel.getByRole('button', { name: /^Assignee/ }).click()
  await page.getByRole('option', { name: 'Nobody' }).click()
  await page.keyboard.press('Escape')
  await titles(page).toEqual(['Line', 'Fill', 'Plant', 'Mark'])
  await panel.getByRole('checkbox', { name: 'Low', exact: true }).click()
  await panel.getByRole('checkbox', { name: 'Normal' }).click()
  await panel.getByLabel('Due', { exact: true }).selectOption('None')
  await titles(page).toEqual(['Line', 'Plant', 'Mark'])
  await panel.getByRole('button', { name: 'Add a field' }).click()
  await page.getByRole('option', { name: 'Soil' }).click()
  await panel.getByRole('button', { name: /Soil: Value/ }).click()
  await page.getByRole('option', { name: 'Sand' }).click()
  await titles(page).toEqual(['Plant'])
  await isPanelAccessible()
  await panel.getByRole('button', { name: 'Done' }).press('Enter')

  const chips = page.getByRole('list', { name: 'Filters' })
  await chips.getByText('Due: No date').waitFor()
  const other = await app.browser.newContext({ storageState: await page.context().storageState() })
  const shared = await other.newPage()
  await shared.goto(page.url())
  await titles(shared).toEqual(['Plant'])
  await other.close()

  for (const name of ['Assignee: Nobody', 'Due: No date', 'Importance: Normal, Low', 'Soil is Sand'])
    await chips.getByRole('button', { name: `Remove the filter: ${name}` }).press('Enter')
  await titles(page).toEqual(['Dig', 'Line', 'Fill', 'Plant', 'Mark'])
})

test.skipIf(!hasChromium)('what is overdue, mine, or only in this folder can be asked for', async () => {
  const open = (filters: object, rest = '') =>
    page.goto(
      `${app.server.url}/work/folder/${app.folderId}?kind=List&filters=${encodeURIComponent(JSON.stringify(filters))}${rest}`,
    )
  await open({ dueDate: { relative: 'Overdue' } })
  await titles(page).toEqual(['Fill'])
  await open({ assignees: { me: true } })
  await titles(page).toEqual(['Dig'])
  await open({}, '&below=false')
  await titles(page).toEqual(['Dig', 'Line', 'Fill', 'Mark'])
  await open({ title: 'i', statusGroups: 'no list', dueDate: 7, customFields: [1] })
  await titles(page).toEqual(['Dig', 'Line', 'Fill'])
})

test.skipIf(!hasChromium)('tasks are sorted and grouped; a group closes with its count, and stays closed', async () => {
  await page.goto(`${app.server.url}/work/folder/${app.folderId}?kind=List&filters={}`)
  await page.getByRole('button', { name: /^Sort/ }).click()
  await page.getByRole('combobox', { name: 'First by' }).selectOption('Importance')
  await titles(page).toEqual(['Dig', 'Line', 'Plant', 'Mark', 'Fill'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Group/ }).click()
  await page.getByRole('combobox', { name: 'First by' }).selectOption({ label: 'Soil' })
  await titles(page).toEqual(['Line', 'Plant', 'Dig', 'Mark', 'Fill'])
  await page.keyboard.press('Escape')
  const clay = tasksOf(page).getByRole('button', { name: 'Clay 1 task' })
  await clay.focus()
  await page.keyboard.press('ArrowLeft')
  await titles(page).toEqual(['Plant', 'Dig', 'Mark', 'Fill'])
  await isAccessible(page)
  // The server is told a moment after the last change.
  await expect
    .poll(async () => {
      const [last] = (await app.anna.call(queryRememberedViews, { folderId: app.folderId })).data
      return last?.settings.collapsedGroups
    })
    .toEqual(['Clay'])
  await page.goto(`${app.server.url}/work/folder/${app.folderId}`)
  await titles(page).toEqual(['Plant', 'Dig', 'Mark', 'Fill'])

  await tasksOf(page).getByRole('button', { name: 'New task in Sand' }).click()
  await page.keyboard.type('Rake')
  await page.keyboard.press('Enter')
  await task('Rake').waitFor()
  const { data } = await app.anna.call(queryTasks, { folderId: app.folderId, title: 'Rake', fields: ['customFields'] })
  expect(data[0]?.customFields).toMatchObject([{ value: 'Sand' }])
})

test.skipIf(!hasChromium)('several tasks are changed at once, and one undo takes all of it back', async () => {
  await page.goto(`${app.server.url}/work/folder/${app.folderId}?kind=List&filters={}`)
  await task('Dig').focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  const bar = page.getByRole('region', { name: 'Selected tasks' })
  await bar.getByText('3 selected').waitFor()
  await bar.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('option', { name: 'Completed' }).click()
  await page.getByText('3 tasks are changed.').waitFor()
  const statusOf = async () =>
    (await app.anna.call(getTasksByIds, { taskIds: [ids.Dig, ids.Line, ids.Fill] as string[] })).data.map(
      ({ status, customStatusId }) => `${status} ${customStatusId}`,
    )
  expect((await statusOf()).every((status) => status.startsWith('Completed'))).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await page.getByText('3 tasks are as they were.').waitFor()
  expect(new Set(await statusOf()).size).toBe(2)

  await task('Dig').focus()
  await page.keyboard.press('Control+a')
  await bar.getByText('6 selected').waitFor()
  await isAccessible(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => bar.count()).toBe(0)
})

test.skipIf(!hasChromium)('what is put in order by hand stays so, subtasks are opened within the list', async () => {
  await page.goto(`${app.server.url}/work/folder/${app.folderId}?kind=List&filters={}`)
  await task('Fill').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect
    .poll(async () => (await tasksOf(page).locator('.task-row .title').allTextContents()).join())
    .toContain('Dig,Fill,Line')
  await page.reload()
  await task('Fill').waitFor()
  await tasksOf(page)
    .locator('.task-row', { hasText: 'Line' })
    .dragTo(tasksOf(page).locator('.task-row', { hasText: 'Dig' }), {
      targetPosition: { x: 300, y: 4 },
    })
  await expect
    .poll(async () => (await tasksOf(page).locator('.task-row .title').allTextContents()).join())
    .toContain('Line,Dig,Fill')
  await task('Dig').focus()
  await page.keyboard.press('ArrowRight')
  await expect
    .poll(async () => (await tasksOf(page).locator('.task-row .title').allTextContents()).join())
    .toContain('Dig,Mark,Fill')
  await page.keyboard.press('Delete')
  await page.getByText('1 task is in the recycle bin.').waitFor()
  await expect.poll(() => task('Dig').count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await task('Dig').waitFor()
})

test.skipIf(!hasChromium)('a view is saved and shared, and another person opens it', async () => {
  await page.goto(
    `${app.server.url}/work/folder/${app.folderId}?kind=List&filters=${encodeURIComponent('{"importances":["High"]}')}`,
  )
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Save as a view …' }).click()
  await page.getByLabel('Name').fill('What matters')
  await page.getByLabel('Everybody who sees this place has it').check()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  const tab = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: /^What matters/ })
  await tab.waitFor()
  expect(await tab.getAttribute('aria-current')).toBe('page')
  const [saved] = (await app.anna.call(queryViews, { folderId: app.folderId })).data
  expect(saved).toMatchObject({ title: 'What matters', shared: true, settings: { filters: { importances: ['High'] } } })

  const ben = await joinAsBen()
  await ben
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: /^What matters/ })
    .click()
  await titles(ben).toEqual(['Dig'])
})

test.skipIf(!hasChromium)('a filter of everything is saved without a place', async () => {
  await app.anna.call(createView, { title: 'Mine', kind: 'List', settings: { filters: { assignees: { me: true } } } })
  await page.goto(`${app.server.url}/work/all`)
  await page.getByRole('heading', { name: 'Everything you see' }).waitFor()
  await page.getByRole('link', { name: 'Mine' }).click()
  await titles(page).toEqual(['Dig'])
})

test.skipIf(!hasChromium)('on a phone the list and its filters fit', async () => {
  await page.setViewportSize(phone)
  await page.goto(`${app.server.url}/work/folder/${app.folderId}?kind=List&filters={}`)
  await task('Dig').waitFor()
  await page.getByRole('button', { name: /^Filter/ }).click()
  await page.getByRole('dialog', { name: 'Filters' }).waitFor()
  await expect
    .poll(() => page.evaluate('document.documentElement.scrollWidth - window.innerWidth'))
    .toBeLessThanOrEqual(0)
  await isPanelAccessible()
})
