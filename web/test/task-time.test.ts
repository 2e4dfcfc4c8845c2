import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createTask,
  createTimelogLockPeriod,
  getTimer,
  queryTimelogs,
  startTimer,
  type Timelog,
  type Timer,
} from '../../sdk/src/index.ts'
import { isGood } from '../../server/testing/good-page.ts'
import { hasChromium, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
let panel: Locator
let taskId: string
let otherId: string
beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  taskId = await app.make(createTask, {
    folderId: app.folderId,
    title: 'Dig the channel',
    dates: { start: '2026-11-23', due: '2026-11-27' },
    effortAllocation: { mode: 'Basic', totalEffort: 240 },
  })
  otherId = await app.make(createTask, { folderId: app.folderId, title: 'Plant' })
  page = await app.open(`/task/${taskId}`)
  page.setDefaultTimeout(10_000)
  panel = page.getByRole('article')
})
afterAll(() => app?.close())

const logs = async (id = taskId): Promise<Timelog[]> =>
  (await app.anna.call(queryTimelogs, { taskId: id, plainText: true })).data
const timer = async (): Promise<Timer | undefined> => (await app.anna.call(getTimer, {})).data[0]
/** Lets the timer have run for so long. */
const after = (seconds: number) =>
  app.server.store.pool.query('update timer set running_since = running_since - make_interval(secs => $1)', [seconds])
const button = (name: string) => panel.getByRole('button', { name, exact: true })
const bar = () => page.getByRole('group', { name: 'Timer' })

test.skipIf(!hasChromium)('time is recorded as people write it, and summed beside the effort', async () => {
  const form = panel.getByRole('form', { name: 'New record of time' })
  for (const [time, comment] of [
    ['1h 30m', 'The north end'],
    ['1:15', 'Stones <again>'],
    ['.5', ''],
  ] as const) {
    await form.getByRole('textbox', { name: 'Time', exact: true }).fill(time)
    await form.getByRole('textbox', { name: 'What was done' }).fill(comment)
    await page.keyboard.press('Enter')
    await expect.poll(() => form.getByRole('textbox', { name: 'Time', exact: true }).inputValue()).toBe('')
  }
  await panel.getByText('3h 15m of 4h').first().waitFor()
  expect((await logs()).map(({ hours, comment }) => [hours, comment]).sort()).toEqual([
    [0.5, ''],
    [1.25, 'Stones <again>'],
    [1.5, 'The north end'],
  ])
})

test.skipIf(!hasChromium)('what is no time says so, and stays to be mended', async () => {
  const time = panel.getByRole('textbox', { name: 'Time', exact: true })
  await time.fill('25h')
  await page.keyboard.press('Enter')
  await panel.getByText('This is no time.').waitFor()
  expect(await time.inputValue()).toBe('25h')
  await time.fill('1h')
  await page.keyboard.press('Enter')
  await panel.getByText('4h 15m of 4h: 15m over').waitFor()
})

test.skipIf(!hasChromium)('a record is edited in its place, and deleted with a way back', async () => {
  await button('30m of Anna Ash: more').press('Enter')
  await page.getByRole('menuitem', { name: 'Edit' }).press('Enter')
  const form = panel.getByRole('form', { name: 'Record of time', exact: true })
  await form.getByRole('textbox', { name: 'Time' }).fill('45m')
  await page.keyboard.press('Enter')
  await button('45m of Anna Ash: more').press('Enter')
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter')
  await page.getByText('The record of 45m was deleted.').waitFor()
  await expect.poll(async () => (await logs()).length).toBe(3)
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter')
  await button('45m of Anna Ash: more').waitFor()
  expect((await logs()).map(({ hours }) => hours)).toContain(0.75)
})

test.skipIf(!hasChromium)('a day that is closed says why, and takes nothing', async () => {
  const period = { start: '2026-10-01', end: '2026-10-31' }
  await app.anna.call(createTimelogLockPeriod, { spaceId: app.spaceId, period })
  const day = panel.getByRole('textbox', { name: 'Day', exact: true })
  await day.fill('5 Oct 2026')
  await page.keyboard.press('Enter')
  await panel.getByText('Time from 1 Oct to 31 Oct is closed in a place of this task').waitFor()
  await panel.getByRole('textbox', { name: 'Time', exact: true }).fill('1h')
  await expect.poll(() => button('Record time').isDisabled()).toBe(true)
  await day.fill('today')
  await page.keyboard.press('Enter')
  await expect.poll(() => button('Record time').isEnabled()).toBe(true)
})

test.skipIf(!hasChromium)('a timer runs on every page and survives a reload; stopped, it is a record', async () => {
  const before = (await logs()).length
  await button('Start the timer').press('Enter')
  await bar().getByText('Dig the channel').waitFor()
  await after(3600)
  await page.goto(`${app.server.url}/work/`)
  await bar()
    .getByText(/^1:00:0\d$/)
    .waitFor()
  await isGood(page)
  await bar().getByRole('button', { name: 'Pause the timer' }).press('Enter')
  await bar().getByText('(paused)').waitFor()
  await expect.poll(timer).toMatchObject({ running: false })
  await bar().getByRole('button', { name: 'Go on with the timer' }).press('Enter')
  await bar().getByRole('button', { name: 'Stop the timer and record its time' }).press('Enter')
  await page.getByText('1h recorded on “Dig the channel”.').waitFor()
  await expect.poll(() => bar().count()).toBe(0)
  expect(await logs()).toHaveLength(before + 1)
})

test.skipIf(!hasChromium)(
  'a timer started elsewhere takes the place of the one before, whose time is kept',
  async () => {
    await app.anna.call(startTimer, { taskId: otherId })
    await after(600)
    await page.goto(`${app.server.url}/work/task/${taskId}`)
    await bar().getByText('Plant').waitFor()
    await button('Start the timer').press('Enter')
    await bar().getByText('Dig the channel').waitFor()
    expect((await logs(otherId)).map(({ hours }) => Math.round(hours * 60))).toEqual([10])
  },
)

test.skipIf(!hasChromium)('a timer that was forgotten asks how long the work took', async () => {
  await after(30 * 3600)
  await page.reload()
  await button('Stop the timer and record its time').press('Enter')
  const dialog = page.getByRole('dialog', { name: 'The timer ran for more than a day' })
  await dialog.getByRole('textbox', { name: 'Time' }).fill('7h 30m')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Record' }).press('Enter')
  await page.getByText('7h 30m recorded on “Dig the channel”.').waitFor()
  expect((await logs()).map(({ hours }) => hours)).toContain(7.5)
  await isGood(page)
})
