import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDependency, createFolder, createTask, getTasksByIds, queryDependencies } from '../../sdk/src/index.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { dayNumber, localDay, weekStart } from '../src/data/day-numbers.ts'
import { hasChromium, phone, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
const ids: Record<string, string> = {}
/** The Monday after next, so that nothing is late. */
const monday = weekStart(dayNumber(new Date().toISOString()), 1) + 14
const day = (of: number) => localDay(monday + of)
const make = async (title: string, start: number, due: number, more: object = {}) => {
  ids[title] = await app.make(createTask, {
    folderId: app.folderId,
    title,
    dates: { start: day(start), due: day(due) },
    ...more,
  })
}
const link = (one: string, other: string) =>
  app.anna.call(createDependency, {
    taskId: ids[one] as string,
    successorId: ids[other] as string,
    relationType: 'FinishToStart',
  })

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  await make('Dig', 0, 1)
  await make('Line', 2, 3)
  await make('Fill', 4, 4)
  await make('Bench', 0, 2)
  await link('Dig', 'Line')
  await link('Line', 'Fill')
  const folderId = await app.make(createFolder, { folderId: app.folderId, title: 'Fountain', project: {} })
  await make('Pump', 1, 2, { folderId })
  page = await app.open(`/folder/${app.folderId}?kind=Gantt&scale=Day`)
  page.setDefaultTimeout(10_000)
  await row('Dig').waitFor()
})
afterAll(() => app?.close())

const row = (title: string) =>
  page
    .getByRole('treegrid', { name: 'Gantt chart' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) })
const bar = (title: string) => page.locator(`[data-bar="${ids[title]}"]`)
/** First and last day of a task, counted from the Monday. */
const daysOf = async (title: string) => {
  const [task] = (await app.anna.call(getTasksByIds, { taskIds: [ids[title] as string] })).data
  const { start = '', due = '' } = task?.dates ?? {}
  return [dayNumber(start) - monday, dayNumber(due) - monday]
}
const closeNotices = async () => {
  const close = page.getByRole('button', { name: 'Close the notice' })
  while ((await close.count()) > 0) await close.first().click()
}
const width = 56
/** Holds a place of a bar and pulls it by so many days; `while held` is done before it is let go. */
const pull = async (title: string, days: number, place: 'left' | 'middle' | 'right', whileHeld = async () => {}) => {
  await closeNotices()
  // A row that has the focus shows its bar.
  await row(title).focus()
  const box = await bar(title).boundingBox()
  if (!box) throw new Error('no bar')
  const x = place === 'left' ? box.x + 3 : place === 'right' ? box.x + box.width - 3 : box.x + box.width / 2
  const y = box.y + box.height / 2
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + (days * width) / 2, y)
  await page.mouse.move(x + days * width, y)
  await whileHeld()
  await page.mouse.up()
}
/** Pixels of the chart that do not fit in, and those by which the row with the focus lies below its edge. */
const hidden = `(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)(document.querySelector('.gantt'))`
const below = `document.activeElement.getBoundingClientRect().bottom
  - (({ top }, { clientTop, clientHeight }) => top + clientTop + clientHeight)(
    document.querySelector('.gantt').getBoundingClientRect(), document.querySelector('.gantt'))`
const undo = async () => {
  await page.getByRole('button', { name: 'Undo' }).last().click()
}

describe.skipIf(!hasChromium)('a Gantt chart', () => {
  test('is a table of tasks with their dates, below the projects that hold them', async () => {
    await isAccessible(page)
    await expect.poll(() => page.locator('[data-link]').count()).toBe(2)
    expect(await page.getByRole('treegrid', { name: 'Gantt chart' }).getByRole('row').count()).toBe(7)
    expect(await row('Pump').getAttribute('aria-level')).toBe('2')
    expect(await row('Dig').getByRole('gridcell').nth(1).textContent()).toContain(String(Number(day(0).slice(8))))
  })

  test('a bar that is pulled shows where the server would put all that follow, then moves them, and undoing brings all back', async () => {
    await pull('Dig', 2, 'middle', async () => {
      await expect.poll(() => page.locator('.gantt-ghost').count()).toBe(3)
      expect(await daysOf('Line')).toEqual([2, 3])
    })
    await expect.poll(() => daysOf('Dig')).toEqual([2, 3])
    expect(await daysOf('Line')).toEqual([4, 7])
    expect(await daysOf('Fill')).toEqual([8, 8])
    await page.getByRole('region', { name: 'Notices' }).getByText('2 tasks move with it').waitFor()
    await undo()
    await expect.poll(() => daysOf('Dig')).toEqual([0, 1])
    expect(await daysOf('Line')).toEqual([2, 3])
    expect(await daysOf('Fill')).toEqual([4, 4])
  })

  test('its ends are pulled each for itself, and Escape lets go', async () => {
    await pull('Bench', 1, 'right')
    await expect.poll(() => daysOf('Bench')).toEqual([0, 3])
    await pull('Bench', 1, 'left')
    await expect.poll(() => daysOf('Bench')).toEqual([1, 3])
    await pull('Bench', 3, 'middle', () => page.keyboard.press('Escape'))
    await expect.poll(() => page.locator('.gantt-ghost').count()).toBe(0)
    expect(await daysOf('Bench')).toEqual([1, 3])
  })

  test('a line drawn from an end to another bar becomes a dependency of its kind and lag', async () => {
    await closeNotices()
    await row('Pump').focus()
    await row('Bench').focus()
    await bar('Bench').hover()
    const knob = await bar('Bench').locator('..').locator('.gantt-knob.due').boundingBox()
    const target = await bar('Pump').boundingBox()
    if (!knob || !target) throw new Error('nothing to draw')
    await page.mouse.move(knob.x + 6, knob.y + 6)
    await page.mouse.down()
    await page.mouse.move(target.x + 20, target.y + 4)
    await page.mouse.move(target.x + 10, target.y + target.height / 2)
    await page.mouse.up()
    const dialog = page.getByRole('dialog', { name: 'New dependency' })
    expect(await dialog.getByRole('radio', { name: '“Pump” starts when “Bench” has ended' }).isChecked()).toBe(true)
    await dialog.getByLabel('Days between').fill('1d')
    await dialog.getByRole('row', { name: 'Pump' }).waitFor()
    await isAccessible(page)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect
      .poll(async () => (await app.anna.call(queryDependencies, { taskId: ids.Pump as string })).data)
      .toMatchObject([{ predecessorId: ids.Bench, relationType: 'FinishToStart', lagTime: 480 }])
    expect(await daysOf('Pump')).toEqual([7, 8])
    await expect.poll(() => page.locator('[data-link]').count()).toBe(3)
  })

  test('a line that is clicked is changed or deleted, and undoing brings it back', async () => {
    const line = page.locator('[data-link]').last()
    await closeNotices()
    const aim = line.locator('.aim')
    await aim.dispatchEvent('click')
    const dialog = page.getByRole('dialog', { name: 'Dependency', exact: true })
    await dialog.getByRole('button', { name: 'Delete the dependency' }).click()
    await expect.poll(() => page.locator('[data-link]').count()).toBe(2)
    await undo()
    await expect.poll(() => page.locator('[data-link]').count()).toBe(3)
  })

  test('keys move a bar and its ends, are told what follows, and open what does the same by words', async () => {
    await closeNotices()
    await row('Dig').focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.getByRole('status').getByText('2 tasks move with it').waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => daysOf('Dig')).toEqual([2, 3])
    expect(await daysOf('Fill')).toEqual([8, 8])
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Enter')
    await expect.poll(() => daysOf('Dig')).toEqual([2, 4])
    await page.keyboard.press('Alt+ArrowLeft')
    await page.keyboard.press('Enter')
    await expect.poll(() => daysOf('Dig')).toEqual([1, 4])
    await page.keyboard.press('d')
    const links = page.getByRole('dialog', { name: 'Dependencies of “Dig”' })
    await links.getByRole('button', { name: 'Line' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.evaluate('document.activeElement.dataset.row')).toBe(ids.Dig)
    await page.keyboard.press('e')
    const dates = page.getByRole('dialog', { name: 'Dates of “Dig”' })
    await dates.getByLabel('Start', { exact: true }).fill(day(0))
    await page.keyboard.press('Tab')
    await dates.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => daysOf('Dig')).toEqual([0, 4])
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.evaluate('document.activeElement.dataset.row')).not.toBe(ids.Dig)
  })

  test('the row that keys lead to is seen in whole, however low the window is', async () => {
    await closeNotices()
    const size = page.viewportSize()
    await page.setViewportSize({ width: 1280, height: 480 })
    await expect.poll(() => page.evaluate(hidden)).toBeGreaterThan(0)
    await row('Dig').focus()
    const first = Number(await page.evaluate('document.activeElement.ariaRowIndex'))
    for (let at = first + 1; at <= 7; at++) {
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => page.evaluate('document.activeElement.ariaRowIndex')).toBe(String(at))
      await expect.poll(() => page.evaluate(below)).toBeLessThanOrEqual(0)
    }
    if (size) await page.setViewportSize(size)
  })

  test('what would move many tasks is asked before', async () => {
    await make('Far 1', 10, 10)
    await make('Far 2', 11, 11)
    await make('Far 3', 14, 14)
    await make('Far 4', 15, 15)
    for (const [one, other] of [
      ['Dig', 'Far 1'],
      ['Far 1', 'Far 2'],
      ['Far 2', 'Far 3'],
      ['Far 3', 'Far 4'],
    ] as const)
      await link(one, other)
    await closeNotices()
    await page.reload()
    await row('Far 1').waitFor()
    await page.getByRole('button', { name: '“Far 1”: dates and more' }).click()
    await page.getByRole('menuitem', { name: 'A week later' }).click()
    await expect.poll(() => daysOf('Far 4')).toEqual([22, 22])
    await closeNotices()
    const before = await daysOf('Dig')
    await page.getByRole('button', { name: '“Dig”: dates and more' }).click()
    await page.getByRole('menuitem', { name: 'Dates …' }).click()
    const dates = page.getByRole('dialog', { name: 'Dates of “Dig”' })
    await dates.getByLabel('Due', { exact: true }).fill(day(30))
    await page.keyboard.press('Tab')
    await dates.getByRole('row', { name: 'Far 4' }).waitFor()
    await dates.getByRole('button', { name: 'Save' }).click()
    const question = page.getByRole('dialog', { name: 'Move all of this?' })
    await question.getByRole('row', { name: 'Far 4' }).waitFor()
    await question.getByRole('button', { name: 'Cancel' }).click()
    expect(await daysOf('Dig')).toEqual(before)
  })

  test('on a phone it fits, and is edited by dialogs', async () => {
    await page.setViewportSize(phone)
    await page.reload()
    await row('Dig').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
    await isAccessible(page)
    await page.getByLabel('Scale').selectOption({ label: 'Months' })
    await page.waitForURL(/scale=Month/)
  })
})
