import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTask, queryTasks } from '../../sdk/src/index.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { hasChromium, phone, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
/** Wednesday and Thursday of this week, which is always in the month that is shown first: yyyy-MM-dd. */
const [wednesday, thursday] = [2, 3].map((weekday) => {
  const today = new Date()
  const shift = weekday - ((today.getDay() + 6) % 7)
  const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() + shift, 12)
  return { date: day.toISOString().slice(0, 10), day }
}) as [{ date: string; day: Date }, { date: string; day: Date }]

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  const dates = { start: wednesday.date, due: wednesday.date }
  await app.make(createTask, { folderId: app.folderId, title: 'Dig', dates })
  await app.make(createTask, { folderId: app.folderId, title: 'Some day' })
  page = await app.open(`/folder/${app.folderId}?kind=Calendar`)
  page.setDefaultTimeout(8000)
})
afterAll(() => app?.close())

const nameOf = ({ day }: { day: Date }) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }).format(day)
const cell = (day: { day: Date }) => page.getByRole('gridcell', { name: nameOf(day) })
const nextMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' }).format(
  new Date(new Date().getFullYear(), new Date().getMonth() + 1, 1),
)
const datesOf = async (title: string) => {
  const { data } = await app.anna.call(queryTasks, { folderId: app.folderId, title })
  return data.map(({ dates }) => [dates.start?.slice(0, 10), dates.due?.slice(0, 10)])
}

describe.skipIf(!hasChromium)('a calendar', () => {
  test('shows a task on its day, and how many there are', async () => {
    await cell(wednesday).getByRole('link', { name: 'Dig' }).waitFor()
    expect(await cell(wednesday).getAttribute('aria-label')).toBe(`${nameOf(wednesday)}, 1 task`)
    await isAccessible(page)
  })

  test('a task is dragged to another day', async () => {
    await cell(wednesday).getByRole('link', { name: 'Dig' }).hover()
    await page.mouse.down()
    await cell(thursday).hover({ position: { x: 60, y: 60 }, force: true })
    await cell(thursday).hover({ position: { x: 63, y: 60 }, force: true })
    await page.mouse.up()
    await cell(thursday).getByRole('link', { name: 'Dig' }).waitFor()
    await expect.poll(() => datesOf('Dig')).toEqual([[thursday.date, thursday.date]])
  })

  test('with the keyboard one goes from day to day, writes a task and puts one on another day', async () => {
    await cell(thursday).focus()
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => cell(wednesday).evaluate((day) => day === document.activeElement)).toBe(true)
    await page.keyboard.press('n')
    await page.getByRole('dialog', { name: nameOf(wednesday) }).waitFor()
    await page.keyboard.type('Fill')
    await page.keyboard.press('Enter')
    await cell(wednesday).getByRole('link', { name: 'Fill' }).waitFor()
    expect(await datesOf('Fill')).toEqual([[wednesday.date, wednesday.date]])
    await cell(wednesday).focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: nameOf(wednesday) })
    await dialog.getByRole('button', { name: 'Change the dates of “Fill”' }).waitFor()
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count()).toBe(0)
  })

  test('what has no dates is at hand beside it, and a week is looked at alone', async () => {
    await page.getByRole('button', { name: 'Without dates: 1' }).click()
    await page.getByRole('button', { name: /Some day/ }).waitFor()
    await page.getByRole('combobox', { name: 'Scale' }).selectOption({ label: 'Week' })
    await expect.poll(() => page.getByRole('grid', { name: 'Calendar' }).getByRole('gridcell').count()).toBe(7)
    await isAccessible(page)
  })

  test('what is shown is in the address, and stays through a reload', async () => {
    await page.getByRole('combobox', { name: 'Scale' }).selectOption({ label: 'Month' })
    await page.getByRole('button', { name: 'Next month' }).click()
    const heading = page.getByRole('heading', { level: 2, name: nextMonth })
    await heading.waitFor()
    await page.reload()
    await heading.waitFor()
    await page.getByRole('button', { name: 'Today' }).click()
    await expect.poll(() => new URL(page.url()).searchParams.has('day')).toBe(false)
  })

  test('on a phone it is a list of days', async () => {
    await page.setViewportSize(phone)
    await page.getByRole('list', { name: 'Days with tasks' }).getByRole('link', { name: 'Dig' }).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
    await isAccessible(page)
  })
})
