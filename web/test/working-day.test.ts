import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createApproval,
  createComment,
  getTasksByIds,
  queryApprovalsIn,
  queryCommentsIn,
  queryNotifications,
  queryTasks,
  queryTimelogs,
} from '../../sdk/src/index.ts'
import { enter, tabTo, write } from '../../server/testing/keyboard.ts'
import { password } from '../../server/testing/people-server.ts'
import { startTogether, type Together } from './start-together.ts'
import { desktop, hasChromium } from './start-work-app.ts'

/** A day of Anna's at work, from signing in to signing out, in which she touches nothing but keys. */
let world: Together
let page: Page
let digId: string
let pointers = 0

beforeAll(async () => {
  if (!hasChromium) return
  world = await startTogether()
  const { anna, ben } = world
  digId = await world.task('Dig the pond', { shareds: [ben.id] })
  await world.task('Line it')
  await world.task('Fill it')
  await ben.program.call(createApproval, {
    taskId: digId,
    description: 'Here, beside the shed?',
    approvers: [anna.id],
  })
  const mention = `<a class="stream-user-id avatar" rel="${anna.id}">@Anna Test</a>`
  await ben.program.call(createComment, { taskId: digId, text: `How deep, ${mention}?` })
  const context = await anna.context.browser()?.newContext({ viewport: desktop, locale: 'en-GB' })
  if (!context) throw new Error('no browser')
  await context.exposeFunction('pointerWasUsed', () => pointers++)
  await context.addInitScript("addEventListener('pointerdown', () => pointerWasUsed(), true)")
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
}, 60_000)
afterAll(() => world?.close())

const keys = async (...pressed: string[]) => {
  for (const key of pressed) await page.keyboard.press(key)
}
const type = (text: string) => page.keyboard.type(text)
const isFocused = (target: Locator) => target.evaluate((element) => element.contains(document.activeElement))
const hasFocus = (target: Locator) => expect.poll(() => isFocused(target)).toBe(true)
const main = () => page.getByRole('main')
const panel = () => page.getByRole('article')
const titled = async (title: string) =>
  (
    await world.anna.program.call(queryTasks, {
      folderId: world.folderId,
      title,
      fields: ['responsibleIds', 'customFields'],
    })
  ).data
/** What somebody chooses from a list that is open, by its letters. */
const choose = async (name: string) => {
  await page.getByRole('option', { name }).first().waitFor()
  await type(name.slice(0, 4))
  await keys('Enter')
}
/** Escape, until the open task is closed: the first may end what is being written. */
const closePanel = async () => {
  await expect
    .poll(async () => {
      await keys('Escape')
      return panel().count()
    })
    .toBe(0)
}
/** Goes into the list by the tab key, and to a task by the arrows. */
const toRow = async (title: string) => {
  const list = page.getByRole('treegrid', { name: 'Tasks' })
  const link = list.getByRole('link', { name: title, exact: true })
  await link.waitFor()
  await tabTo(page, list.locator('.title[tabindex="0"]'))
  await keys('Home')
  await expect
    .poll(async () => {
      const isThere = await link.evaluate((element) => element === document.activeElement)
      if (!isThere) await keys('ArrowDown')
      return isThere
    })
    .toBe(true)
  return link
}
/** By the palette, as people type it. */
const go = async (typed: string, option: string | RegExp) => {
  await keys('Control+k')
  await page.getByRole('dialog').getByRole('combobox').waitFor()
  await type(typed)
  await page.getByRole('option', { name: option }).first().waitFor()
  await keys('Enter')
}

describe.skipIf(!hasChromium)('a working day with the keyboard alone', () => {
  test('she signs in, reads what came in, answers and archives it', async () => {
    await page.goto(`${world.url}/work/`)
    await write(page, page.getByLabel('Email address'), 'anna@example.com')
    await write(page, page.getByLabel('Password'), password)
    await keys('Enter')
    await page.getByRole('link', { name: /^Inbox, \d+ unread/ }).waitFor()
    await keys('g', 'i')
    const row = main()
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Dig the pond' }) })
    await row.getByText('How deep, @Anna Test?').waitFor()
    await keys('j')
    await hasFocus(row)
    await keys('Enter')
    await enter(page, panel().getByRole('button', { name: 'Write a comment' }))
    const field = panel().getByRole('region', { name: 'Activity' }).getByRole('textbox', { name: 'Comment' })
    await hasFocus(field)
    await type('Two spades')
    await keys('Control+Enter')
    await panel().getByRole('listitem').getByText('Two spades').waitFor()
    await closePanel()
    await hasFocus(row)
    await keys('e')
    await row.waitFor({ state: 'detached' })
    const { data } = await world.anna.program.call(queryCommentsIn, { taskId: digId, plainText: true })
    expect(data.map(({ text }) => text)).toContain('Two spades')
    await expect
      .poll(async () => (await world.anna.program.call(queryNotifications, { archived: true })).data.length)
      .toBeGreaterThan(0)
  })

  test('she decides what Ben asks her to approve', async () => {
    await keys('g', 'h')
    const waiting = main().getByRole('region', { name: /Waiting for your approval/ })
    await enter(page, waiting.getByRole('button', { name: 'Decide about Dig the pond' }))
    const dialog = page.getByRole('dialog', { name: 'Dig the pond' })
    await write(page, dialog.getByLabel('Comment'), 'Mind the roots')
    await enter(page, dialog.getByRole('button', { name: 'Approve' }))
    await dialog.waitFor({ state: 'detached' })
    // The dialog goes as soon as the decision is seen, the server has it a moment later.
    await expect
      .poll(async () => (await world.anna.program.call(queryApprovalsIn, { taskId: digId })).data)
      .toMatchObject([{ status: 'Approved', decisions: [{ comment: 'Mind the roots' }] }])
  })

  test('she plans a new task: who, until when, what belongs to it', async () => {
    await go('pond', 'Pond')
    await page.getByRole('heading', { name: 'Pond', exact: true }).waitFor()
    await keys('n')
    await page.getByRole('dialog').getByLabel('Title').waitFor()
    await type('Buy plants')
    await keys('Enter')
    const link = await toRow('Buy plants')
    await keys('Enter')
    await enter(page, panel().getByRole('button', { name: 'Assign', exact: true }))
    await choose('Ben Test')
    await keys('Escape')
    await panel().getByText('Ben Test').first().waitFor()
    await write(page, panel().getByRole('textbox', { name: 'Due' }), '4 Dec 2026')
    await keys('Enter')
    await enter(page, panel().getByRole('button', { name: 'Write a description' }))
    await hasFocus(panel().getByRole('textbox', { name: 'Description' }))
    await type('- Lilies\nReeds')
    await keys('Escape')
    await panel().getByRole('listitem').getByText('Reeds').waitFor()
    await tabTo(page, panel().getByRole('textbox', { name: 'New subtask' }))
    await type('Ask the nursery')
    await keys('Enter')
    await panel().getByRole('link', { name: 'Ask the nursery' }).waitFor()
    await closePanel()
    await hasFocus(link)
    const [task] = await titled('Buy plants')
    expect(task).toMatchObject({ dates: { type: 'Planned', due: '2026-12-04T17:00:00' } })
    expect(task?.responsibleIds).toHaveLength(1)
    const [whole] = (await world.anna.program.call(getTasksByIds, { taskIds: [task?.id as string] })).data
    expect(whole?.description).toContain('<li><p>Reeds</p></li>')
    expect(whole?.subTaskIds).toHaveLength(1)
  })

  test('she starts a timer, goes through the list, and changes several tasks at once', async () => {
    await toRow('Dig the pond')
    await keys('Enter')
    await enter(page, panel().getByRole('button', { name: 'Start the timer' }))
    await page.getByRole('group', { name: 'Timer' }).getByText('Dig the pond').waitFor()
    await closePanel()
    await keys('Shift+ArrowDown')
    const bar = page.getByRole('region', { name: 'Selected tasks' })
    await bar.getByText('2 selected').waitFor()
    await enter(page, bar.getByRole('button', { name: 'Importance' }))
    await choose('High')
    await page.getByText('2 tasks are changed.').waitFor()
    await expect
      .poll(async () =>
        (await titled(''))
          .filter(({ importance }) => importance === 'High')
          .map(({ title }) => title)
          .sort(),
      )
      .toEqual(['Dig the pond', 'Line it'])
  })

  test('she moves a card, gives a task its days on the Gantt chart, and looks at her week', async () => {
    const views = page.getByRole('navigation', { name: 'Views' })
    await enter(page, views.getByRole('link', { name: 'Board' }))
    const card = main().getByRole('link', { name: 'Fill it', exact: true })
    await card.waitFor()
    await tabTo(page, main().locator('.board-column a[tabindex="0"]').first())
    for (let step = 0; step < 4 && !(await isFocused(card)); step++) await keys('ArrowDown')
    await keys('Control+ArrowRight')
    await page.getByRole('region', { name: 'In Progress' }).getByRole('link', { name: 'Fill it' }).waitFor()
    await expect
      .poll(async () => (await titled('Fill it'))[0]?.customStatusId)
      .not.toBe((await titled('Line it'))[0]?.customStatusId)

    await enter(page, views.getByRole('link', { name: 'Gantt' }))
    const chart = page.getByRole('treegrid', { name: 'Gantt chart' })
    const row = chart.getByRole('row').filter({ has: page.getByRole('link', { name: 'Fill it', exact: true }) })
    await row.waitFor()
    await tabTo(page, chart.locator('[role=row][tabindex="0"]'))
    for (let step = 0; step < 6 && !(await isFocused(row)); step++) await keys('ArrowDown')
    await keys('e')
    const dialog = page.getByRole('dialog', { name: 'Dates of “Fill it”' })
    await write(page, dialog.getByRole('textbox', { name: 'Start' }), '7 Dec 2026')
    await write(page, dialog.getByRole('textbox', { name: 'Due' }), '8 Dec 2026')
    await enter(page, dialog.getByRole('button', { name: 'Save' }))
    await expect
      .poll(async () => (await titled('Fill it'))[0]?.dates)
      .toMatchObject({ start: '2026-12-07T09:00:00', due: '2026-12-08T17:00:00' })
    await hasFocus(row)

    await enter(page, views.getByRole('link', { name: 'Calendar' }))
    const days = page.getByRole('grid', { name: 'Calendar' })
    await days.waitFor()
    await tabTo(page, days.locator('[role=gridcell][tabindex="0"]'))
    await keys('n')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).waitFor()
    await type('Call the baker')
    await keys('Enter')
    await days.getByRole('link', { name: 'Call the baker' }).waitFor()
    expect(await titled('Call the baker')).toMatchObject([{ dates: { type: 'Planned' } }])
  })

  test('she writes into a table as into a spreadsheet, and takes it back', async () => {
    await enter(page, page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Table' }))
    const table = page.getByRole('treegrid', { name: 'Tasks' })
    await table.getByText('Line it', { exact: true }).waitFor()
    await tabTo(page, table.locator('[role=rowheader][tabindex="0"]'))
    await keys('Control+Home')
    const cell = table.getByRole('rowheader').filter({ hasText: 'Line it' })
    for (let step = 0; step < 6 && !(await isFocused(cell)); step++) await keys('ArrowDown')
    // Letters that are shortcuts elsewhere are letters here.
    await type('new liner')
    await keys('Enter')
    await expect.poll(async () => (await titled('new liner')).length).toBe(1)
    await keys('Control+z')
    await table.getByText('Line it', { exact: true }).waitFor()
    await expect.poll(async () => (await titled('Line it')).length).toBe(1)
  })

  test('she shares a task, finds another by its description, and reads why Ben sees it', async () => {
    await go('search', 'Search')
    await hasFocus(page.getByRole('searchbox'))
    await type('lilies')
    await main().getByRole('link', { name: 'Buy plants' }).waitFor()
    await enter(page, main().getByRole('link', { name: 'Buy plants' }))
    await page.getByRole('article', { name: 'Buy plants' }).waitFor()
    await enter(page, panel().getByRole('button', { name: 'Share' }))
    const dialog = page.getByRole('dialog', { name: 'Share “Buy plants”' })
    await dialog.getByRole('listitem').filter({ hasText: 'Ben Test' }).getByText('Pond').waitFor()
    await keys('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
    await hasFocus(panel().getByRole('button', { name: 'Share' }))
  })

  test('she stops the timer, ticks off what is done, and signs out', async () => {
    const timer = page.getByRole('group', { name: 'Timer' })
    await enter(page, timer.getByRole('button', { name: 'Stop the timer and record its time' }))
    await timer.waitFor({ state: 'detached' })
    expect((await world.anna.program.call(queryTimelogs, { taskId: digId })).data).toHaveLength(1)
    await go('pond', 'Pond')
    await enter(page, page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'List' }))
    await toRow('Dig the pond')
    await keys('Shift+Tab', 'Space')
    await expect.poll(async () => (await titled('Dig the pond'))[0]?.status).toBe('Completed')
    await go('sign out', 'Go to your profile')
    await enter(page, page.getByRole('button', { name: 'Sign out', exact: true }))
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/profile'))
    await page.goto(`${world.url}/work/`)
    await page.getByLabel('Password').waitFor()
    expect(pointers).toBe(0)
  })
})
