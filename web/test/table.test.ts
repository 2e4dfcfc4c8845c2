import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCustomField, createTask, queryContacts, queryRememberedViews, queryTasks } from '../../sdk/src/index.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { hasChromium, phone, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
let address: string
const fields: Record<string, string> = {}

/** Columns as they stand in the table, from 0. */
const columns = ['Title', 'Status', 'Assignees', 'DueDate', 'Soil', 'Cost', 'Ready', 'CreatedDate']
const at = (name: string) => columns.indexOf(name)

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  const me = (await app.anna.call(queryContacts, { me: true })).data[0]?.id as string
  const settings = { values: ['Clay', 'Sand'], allowOtherValues: false }
  fields.Soil = await app.make(createCustomField, { title: 'Soil', type: 'DropDown', settings })
  fields.Cost = await app.make(createCustomField, { title: 'Cost', type: 'Numeric' })
  fields.Ready = await app.make(createCustomField, { title: 'Ready', type: 'Checkbox' })
  for (const [row, title] of ['Dig', 'Line', 'Fill', 'Plant', 'Mow'].entries())
    await app.make(createTask, {
      folderId: app.folderId,
      title,
      ...(row === 0 && { responsibles: [me] }),
      customFields: [{ id: String(fields.Cost), value: String(row * 10) }],
    })
  const keys = columns.map((name) => (fields[name] ? `CustomField:${fields[name]}` : name))
  address = `/folder/${app.folderId}?kind=Table&columns=${keys.join()}`
  page = await app.open(address)
  page.setDefaultTimeout(8000)
})
afterAll(() => app?.close())

const grid = () => page.getByRole('treegrid', { name: 'Tasks' })
const cell = (row: number, column: string) => grid().locator(`[data-index="${row}"] [data-column="${at(column)}"]`)
const shows = (row: number, column: string) => expect.poll(() => cell(row, column).textContent())
/** Waits until the focus is on a cell, so that the next key finds it there. */
const isAt = (row: number, column: string) =>
  expect.poll(() => cell(row, column).evaluate((one) => one === document.activeElement)).toBe(true)
const go = async (row: number, column: string) => {
  // Beside the box, where there is one.
  await cell(row, column).click({ position: { x: 5, y: 5 } })
  await isAt(row, column)
}
const inOrder = () => ({ folderId: app.folderId, sortField: 'Priority' as const })
type Shown = { title: string; value: (field: string) => string | undefined }
const valuesOf = async <Value>(read: (task: Shown) => Value) => {
  const { data } = await app.anna.call(queryTasks, { ...inOrder(), fields: ['customFields'] })
  return data.map(({ title, customFields = [] }) =>
    read({ title, value: (field) => customFields.find(({ id }) => id === fields[field])?.value }),
  )
}
const costs = () => expect.poll(() => valuesOf(({ value }) => value('Cost')))
const press = (keys: string) => page.keyboard.press(keys)
/** Pastes as from another program. */
const paste = (text: string) =>
  page.evaluate((plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, text)

describe.skipIf(!hasChromium)('a table', () => {
  test('is walked with the keys, and ranges are selected', async () => {
    await go(0, 'Title')
    await press('ArrowDown')
    await isAt(1, 'Title')
    await press('End')
    await isAt(1, 'CreatedDate')
    expect(await cell(1, 'CreatedDate').getAttribute('aria-readonly')).toBe('true')
    await press('Control+Home')
    await isAt(0, 'Title')
    await press('Shift+ArrowDown')
    await press('Shift+ArrowRight')
    await isAt(1, 'Status')
    expect(await grid().locator('[aria-selected="true"]').count()).toBe(4)
    await press('ArrowUp')
    await press('ArrowUp')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('columnheader')
    await isAccessible(page)
  })

  test('a title is typed over, and Escape leaves what was there', async () => {
    await go(0, 'Title')
    await page.keyboard.type('Dig deep')
    await press('Enter')
    await isAt(1, 'Title')
    await press('F2')
    await grid().getByRole('textbox').press('x')
    await press('Escape')
    await isAt(1, 'Title')
    await shows(1, 'Title').toBe('Line')
    await expect.poll(() => valuesOf(({ title }) => title)).toEqual(['Dig deep', 'Line', 'Fill', 'Plant', 'Mow'])
  })

  test('what others add meanwhile does not disturb who is typing; a row is deleted by its menu', async () => {
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const changes = '**/api/v4/tasks/*'
    await page.route(changes, async (route) => {
      await held
      await route.continue()
    })
    await go(2, 'Cost')
    await press('Delete')
    await go(1, 'Title')
    await page.keyboard.type('Line it')
    const priorityBefore = (await app.anna.call(queryTasks, inOrder())).data[0]?.id as string
    await app.make(createTask, { folderId: app.folderId, title: 'Plan', priorityBefore })
    // What has changed is read when the first change has arrived.
    letGo()
    await grid().getByText('Plan', { exact: true }).waitFor()
    await page.keyboard.type(' out')
    await press('Enter')
    await isAt(3, 'Title')
    await shows(2, 'Title').toBe('Line it out')
    await page.unroute(changes)
    await press('Control+z')
    await shows(2, 'Title').toBe('Line')
    await press('Control+z')
    await shows(3, 'Cost').toBe('20')
    await go(0, 'Title')
    await press('Shift+F10')
    await page.getByRole('menuitem', { name: 'Delete' }).click()
    await expect.poll(() => grid().getByText('Plan', { exact: true }).count()).toBe(0)
    await costs().toEqual(['0', '10', '20', '30', '40'])
  })

  test('statuses, people, days, numbers and boxes are edited where they stand', async () => {
    await go(0, 'Status')
    await press('Enter')
    await page.getByRole('option', { name: 'In Progress' }).click()
    await isAt(0, 'Status')
    await shows(0, 'Status').toBe('In Progress')
    await go(1, 'Soil')
    await press('s')
    await page.getByRole('option', { name: 'Sand' }).waitFor()
    await press('Enter')
    await isAt(1, 'Soil')
    await shows(1, 'Soil').toBe('Sand')
    await go(0, 'Assignees')
    await press('Delete')
    await shows(0, 'Assignees').toBe('')
    await go(0, 'DueDate')
    await page.keyboard.type('5 dec 2026')
    await press('Tab')
    await isAt(0, 'Soil')
    await shows(0, 'DueDate').toMatch(/^5 Dec/)
    await go(0, 'Cost')
    await page.keyboard.type('much')
    await press('Enter')
    await page.getByRole('alert').filter({ hasText: 'This is no number.' }).waitFor()
    await press('Escape')
    await isAt(0, 'Cost')
    await go(0, 'Ready')
    await press(' ')
    await expect.poll(() => cell(0, 'Ready').getByRole('checkbox').isChecked()).toBe(true)
    await expect
      .poll(async () => {
        const { data } = await app.anna.call(queryTasks, { ...inOrder(), fields: ['responsibleIds'] })
        return [data[0]?.dates.due?.slice(0, 10), data[0]?.responsibleIds]
      })
      .toEqual(['2026-12-05', []])
    await expect.poll(() => valuesOf(({ value }) => value('Ready'))).toEqual(['true', ...Array(4).fill(undefined)])
  })

  test('what is copied is pasted elsewhere, and one undo takes it all back', async () => {
    await go(1, 'Cost')
    await press('Shift+ArrowDown')
    await isAt(2, 'Cost')
    await press('Control+c')
    await go(3, 'Cost')
    await press('Control+v')
    await shows(4, 'Cost').toBe('20')
    await costs().toEqual(['0', '10', '20', '10', '20'])
    await press('Control+z')
    await costs().toEqual(['0', '10', '20', '30', '40'])
    await press('Control+y')
    await costs().toEqual(['0', '10', '20', '10', '20'])
  })

  test('rows of a spreadsheet are read; what cannot be says why, and rows behind the last make tasks', async () => {
    await go(4, 'Soil')
    await paste('Gravel\t1,500.5\tyes\r\n')
    await shows(4, 'Cost').toBe('1500.5')
    expect(await cell(4, 'Soil').getAttribute('aria-invalid')).toBe('true')
    const notices = page.getByRole('region', { name: 'Notices' })
    await notices.getByText('“Mow”, Soil: There is no “Gravel” to choose.').waitFor()
    await go(5, 'Title')
    await paste('Rake\tCompleted\t\t\tSand\t7\nWater')
    await expect
      .poll(() => valuesOf(({ title, value }) => [title, value('Soil'), value('Cost')]).then((rows) => rows.slice(-2)))
      .toEqual([
        ['Rake', 'Sand', '7'],
        ['Water', undefined, undefined],
      ])
  })

  test('a cell that the server refuses is taken back and marked; the others of its row stay', async () => {
    await go(2, 'Title')
    await paste(`${'long '.repeat(300)}\tIn Progress`)
    await expect.poll(() => cell(2, 'Title').getAttribute('aria-invalid')).toBe('true')
    await shows(2, 'Title').toMatch(/^Fill\b/)
    await shows(2, 'Status').toBe('In Progress')
  })

  test('a range is filled with its first row, or by its corner', async () => {
    await go(0, 'Cost')
    await press('Shift+ArrowDown')
    await isAt(1, 'Cost')
    await press('Control+d')
    await shows(1, 'Cost').toBe('0')
    await go(2, 'Cost')
    await grid().locator('.fill-handle').hover()
    await page.mouse.down()
    await cell(3, 'Cost').hover()
    await cell(4, 'Cost').hover()
    await page.mouse.up()
    await page.getByText('Sum 60').waitFor()
    await costs().toEqual(['0', '0', '20', '20', '20', '7', undefined])
  })

  test('a title typed into the last row is a task', async () => {
    await press('Control+End')
    await press('Home')
    await page.keyboard.type('Sweep')
    await press('Enter')
    await expect.poll(() => valuesOf(({ title }) => title).then((titles) => titles.at(-1))).toBe('Sweep')
    await grid().getByText('Sweep', { exact: true }).waitFor()
    await press('Escape')
  })

  test('grouped, each group has a place for a new task, and folds by the keys', async () => {
    await page.goto(`${app.server.url}/work${address}&group=CustomField:${fields.Soil}`)
    const sand = grid().getByRole('gridcell', { name: 'Sand 1 task' })
    await sand.waitFor()
    await go(2, 'Title')
    await page.keyboard.type('Sieve')
    await press('Enter')
    await grid().getByRole('gridcell', { name: 'Sand 2 tasks' }).waitFor()
    await expect
      .poll(() =>
        valuesOf(({ title, value }) => [title, value('Soil')]).then((rows) =>
          rows.find(([title]) => title === 'Sieve'),
        ),
      )
      .toEqual(['Sieve', 'Sand'])
    await press('Escape')
    await press('Control+Home')
    await press('Enter')
    await expect.poll(() => grid().getByText('Sieve', { exact: true }).count()).toBe(0)
  })

  test('how wide a column is made is remembered', async () => {
    await page.goto(`${app.server.url}/work${address}`)
    const head = grid().getByRole('columnheader', { name: 'Status' })
    const width = async () => Math.round((await head.boundingBox())?.width ?? 0)
    const before = await width()
    await head.click()
    await press('Escape')
    await expect.poll(() => head.evaluate((one) => one === document.activeElement)).toBe(true)
    await press('Alt+ArrowRight')
    await expect.poll(width).toBe(before + 16)
    const edge = await head.locator('.column-edge').boundingBox()
    await page.mouse.move((edge?.x ?? 0) + 4, (edge?.y ?? 0) + 9)
    await page.mouse.down()
    await page.mouse.move((edge?.x ?? 0) + 24, (edge?.y ?? 0) + 9, { steps: 2 })
    await page.mouse.up()
    await expect.poll(width).toBe(before + 36)
    await expect.poll(() => page.url()).toContain('Status%3A186')
    await expect
      .poll(
        async () =>
          (await app.anna.call(queryRememberedViews, { folderId: app.folderId })).data[0]?.settings.columns?.[1],
      )
      .toEqual({ field: 'Status', width: before + 36 })
    await page.goto(`${app.server.url}/work/folder/${app.folderId}?kind=Table`)
    await grid().getByText('Sweep', { exact: true }).waitFor()
    expect(await width()).toBe(before + 36)
  })

  test('on a phone it scrolls inside its frame, the title in view; a second touch edits', async () => {
    const context = await app.browser.newContext({
      storageState: await page.context().storageState(),
      viewport: phone,
      hasTouch: true,
      locale: 'en-GB',
    })
    const small = await context.newPage()
    await small.goto(`${app.server.url}/work${address}`)
    const touched = small.getByRole('treegrid', { name: 'Tasks' }).locator('[data-index="1"] [data-column="5"]')
    small.setDefaultTimeout(8000)
    await small.locator('.table-frame').evaluate((frame) => frame.scrollTo(400, 0))
    const title = small.getByRole('treegrid', { name: 'Tasks' }).getByText('Line', { exact: true })
    expect((await title.boundingBox())?.x).toBeLessThan(60)
    expect(await small.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
    await touched.tap()
    await expect.poll(() => touched.evaluate((one) => one === document.activeElement)).toBe(true)
    await touched.tap()
    await touched.getByRole('textbox').waitFor()
    await isAccessible(small)
    await context.close()
  })
})
