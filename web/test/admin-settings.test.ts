import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Client,
  createClient,
  createTask,
  getAccount,
  queryCustomFields,
  queryJobRoles,
  queryTimelogCategories,
  queryWorkScheduleExceptions,
  queryWorkSchedules,
} from '../../sdk/src/index.ts'
import { scopes as everyScope, type Scope } from '../../server/contract/scopes.ts'
import { issuePermanentToken } from '../../server/oauth/tokens.ts'
import { isAccessible, isGood } from '../../server/testing/good-page.ts'
import { enter, tabTo } from '../../server/testing/keyboard.ts'
import { hasChromium, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
/** A program of Anna's with every scope. */
let anna: Client
const inChromium = test.skipIf(!hasChromium)

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  const token = await issuePermanentToken(app.server.store.database, {
    ...app.server.anna,
    clientId: app.server.clientId,
    name: 'test',
    scopes: Object.keys(everyScope) as Scope[],
  })
  anna = createClient({ server: app.server.url, token })
  page = await app.open('/admin/fields')
  page.setDefaultTimeout(10_000)
})
afterAll(() => app?.close())

const go = (address: string) => page.goto(`${app.server.url}/work${address}`)
const notice = (text: string | RegExp) => page.getByRole('region', { name: 'Notices' }).getByText(text).waitFor()
const fields = async () => (await anna.call(queryCustomFields, {})).data

inChromium('a field with coloured options is made, tried out before, and there for everybody', async () => {
  await page.getByText('There are no custom fields yet.').waitFor()
  await page.getByRole('button', { name: 'New field' }).click()
  await page.keyboard.type('Stage')
  await page.getByLabel('Type', { exact: true }).selectOption('DropDown')
  await page.getByLabel('Options have colours').check()
  await page.getByRole('button', { name: 'Add an option' }).click()
  for (const value of ['Seed', 'Sprout', 'Plant']) {
    await page.keyboard.type(value)
    if (value !== 'Plant') await page.keyboard.press('Enter')
  }
  await tabTo(page, page.getByRole('button', { name: /^Move Plant/ }))
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.getByLabel('Other values may be typed').uncheck()
  const preview = page.getByRole('region', { name: 'Try it out' })
  await preview.getByRole('button', { name: 'Stage: None' }).click()
  await page.getByRole('option', { name: 'Sprout' }).click()
  await preview.getByRole('button', { name: 'Stage: Sprout' }).waitFor()
  await isAccessible(page)
  await page.getByRole('button', { name: 'Create the field' }).click()
  await notice('The field Stage is there.')
  const [stage] = await fields()
  expect(stage).toMatchObject({ title: 'Stage', type: 'DropDown' })
  expect(stage?.settings).toMatchObject({
    allowOtherValues: false,
    optionColorsEnabled: true,
    values: ['Plant', 'Seed', 'Sprout'],
  })
  expect(stage?.settings?.options?.every(({ color }) => color)).toBe(true)
})

inChromium('a field of a space has the settings of its type; what is wrong is said before it is sent', async () => {
  await page.getByRole('button', { name: 'New field' }).click()
  await page.getByRole('button', { name: 'Create the field' }).click()
  await page.getByText('A field needs a title.').waitFor()
  await page.getByLabel('Title', { exact: true }).fill('Price')
  await page.getByLabel('Type', { exact: true }).selectOption('Currency')
  await page.getByLabel('Currency').selectOption('EUR')
  await page.getByLabel('Digits after the point').fill('3')
  await page.getByLabel('Lists show below it').selectOption('Sum')
  await page.getByLabel('Who has it').selectOption({ label: 'Only the space Garden' })
  await page.getByLabel('On', { exact: true }).selectOption('Tasks')
  await page.getByRole('button', { name: 'Create the field' }).click()
  await notice('The field Price is there.')
  expect((await fields()).find(({ title }) => title === 'Price')).toMatchObject({
    type: 'Currency',
    spaceId: app.spaceId,
    settings: { currency: 'EUR', decimalPlaces: 3, aggregation: 'Sum', inheritanceType: 'Tasks' },
  })
  await isGood(page)
})

inChromium(
  'fields are put in order by arrow keys, archived with a way back, and deleted with their values counted',
  async () => {
    const [stage] = await fields()
    const customFields = [{ id: stage?.id as string, value: 'Seed' }]
    await app.make(createTask, { folderId: app.folderId, title: 'Beans', customFields })
    await tabTo(page, page.getByRole('button', { name: /^Move Price/ }))
    await page.keyboard.press('ArrowUp')
    await expect.poll(async () => (await fields()).map(({ title }) => title)).toEqual(['Price', 'Stage'])
    await page.getByRole('button', { name: 'Stage: what to do' }).click()
    await page.getByRole('menuitem', { name: 'Archive' }).click()
    await notice('Stage is archived; its values stay.')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await fields())[1]?.archived).toBe(false)
    await page.getByRole('button', { name: 'Stage: what to do' }).click()
    await page.getByRole('menuitem', { name: 'Delete …' }).click()
    await page.getByText('1 task, folder or project has a value, which is lost.').waitFor()
    await isAccessible(page)
    await page.getByRole('button', { name: 'Delete the field and its values' }).click()
    await notice('The field Stage is deleted.')
    expect((await fields()).map(({ title }) => title)).toEqual(['Price'])
  },
)

inChromium('a schedule gets a week, hours and people', async () => {
  await go('/admin/schedules')
  await page.getByRole('link', { name: 'Default' }).waitFor()
  await isGood(page)
  await page.getByRole('button', { name: 'New schedule' }).click()
  await page.keyboard.type('Four days')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Four days' }).waitFor()
  await page.getByRole('checkbox', { name: 'Friday' }).click()
  await notice(/The week of Four days is changed/)
  await page.getByLabel('Hours a day').fill('7.5')
  await page.keyboard.press('Enter')
  await notice('A day has 7h 30m now.')
  await page.getByLabel('Hours a day').fill('a lot')
  await page.keyboard.press('Enter')
  await page.getByText(/Write hours like/).waitFor()
  await page.getByRole('button', { name: 'Add people' }).click()
  await page.getByRole('option', { name: 'Anna Ash' }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Anna Ash: back to the default schedule' }).waitFor()
  const { data } = await anna.call(queryWorkSchedules, { fields: ['userIds'] })
  expect(data.find(({ title }) => title === 'Four days')).toMatchObject({
    workweek: [{ workDays: ['Mon', 'Tue', 'Wed', 'Thu'], capacityMinutes: 450 }],
    userIds: [expect.any(String)],
  })
})

inChromium('holidays are entered in the calendar of the year with the keyboard, and taken back', async () => {
  await page.getByRole('button', { name: 'The year after' }).click()
  const year = new Date().getFullYear() + 1
  await tabTo(page, page.getByRole('group', { name: 'May' }).locator('[tabindex="0"]'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByLabel('Last day', { exact: true }).fill(`${year}-05-10`)
  await page.keyboard.press('Enter')
  await enter(page, page.getByRole('button', { name: 'Add these days' }))
  await page.getByRole('button', { name: /8 May.*free, Public holiday/ }).waitFor()
  // All months are alike, and a check of 365 days takes its time: it looks at May.
  await page.locator('.month').evaluateAll((months) => {
    for (const [at, month] of months.entries()) (month as { hidden: boolean }).hidden = at !== 4
  })
  await isGood(page)
  const schedule = (await anna.call(queryWorkSchedules, {})).data.find(({ title }) => title === 'Four days')
  const found = async () =>
    (await anna.call(queryWorkScheduleExceptions, { workscheduleId: schedule?.id as string })).data
  expect(await found()).toMatchObject([{ fromDate: `${year}-05-08`, toDate: `${year}-05-10`, isWorkDays: false }])
  await page.getByRole('button', { name: /as usual again/ }).click()
  await notice(/as usual again; due dates follow/)
  expect(await found()).toEqual([])
})

inChromium('job roles and categories of time are added, renamed, hidden and moved', async () => {
  await go('/admin/lists')
  await page.getByLabel('New job role').fill('Gardener')
  await page.keyboard.press('Enter')
  await page.getByLabel('Title of Gardener').fill('Head gardener')
  await page.keyboard.press('Enter')
  await expect
    .poll(async () => (await anna.call(queryJobRoles, {})).data.map(({ title }) => title))
    .toEqual(['Head gardener'])
  await page.getByLabel('New category').fill('Weeding')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: /^Move Weeding/ }))
  await page.keyboard.press('ArrowUp')
  await page.getByRole('button', { name: 'Hide Weeding' }).click()
  await page.getByRole('button', { name: 'Show Weeding again' }).waitFor()
  const categories = async () => (await anna.call(queryTimelogCategories, {})).data
  await expect.poll(async () => (await categories()).at(-2)).toMatchObject({ name: 'Weeding', hidden: true })
  await isGood(page)
})

inChromium('the roles page says what each role and each type of user may do', async () => {
  await go('/admin/roles')
  const row = page.getByRole('row', { name: /^Comment/ }).first()
  await row.waitFor()
  expect((await row.getByRole('cell').allInnerTexts()).map((text) => text.includes('Yes'))).toEqual([
    true,
    true,
    true,
    false,
  ])
  await page.getByRole('row', { name: /^Manage workflows/ }).waitFor()
  await isGood(page)
})

inChromium('the account is renamed and its week begins on another day, with a way back', async () => {
  await go('/admin/settings')
  await page.getByLabel('Name').fill('Acme Gardens')
  await page.keyboard.press('Enter')
  await notice('The account is changed.')
  await page.getByLabel('The week begins on').selectOption('Sun')
  const account = async () => (await anna.call(getAccount, {})).data[0]
  await expect.poll(account).toMatchObject({ name: 'Acme Gardens', firstDayOfWeek: 'Sun' })
  await isGood(page)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(async () => (await account())?.name).toBe('Acme')
})

inChromium('the log is filtered, its filters are in the address, and it goes out as a file', async () => {
  await go('/admin/audit')
  await page.getByRole('listitem').filter({ hasText: 'Changed the account' }).first().waitFor()
  await page.getByLabel('What was done').selectOption('CustomFieldRemoved')
  await page.getByRole('status').filter({ hasText: '1 record' }).waitFor()
  expect(page.url()).toContain('operation=CustomFieldRemoved')
  await page.getByRole('listitem').filter({ hasText: 'Stage' }).waitFor()
  await isGood(page)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export as CSV' }).click()
  const file = await (await downloading).path()
  const lines = (await readFile(file, 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('CustomFieldRemoved,anna@example.com,CustomField,Stage,')
})

inChromium('the plan page says what the account has, and pages say what the plan lacks', async () => {
  await go('/admin/plan')
  await page.getByText('The plan is Pinnacle.').waitFor()
  await isGood(page)
  await app.server.store.pool.query(`update account set plan = 'Team'`)
  await app.server.store.pool.query(`select pg_notify('access_changed', $1)`, [String(app.server.anna.accountId)])
  await go('/admin/audit')
  await page.getByText(/The audit log: not part of the plan Team; it comes with Enterprise/).waitFor()
  await go('/admin/workflows')
  await page.getByText(/Custom workflows: not part of the plan Team/).waitFor()
  expect(await page.getByRole('button', { name: 'New workflow' }).isDisabled()).toBe(true)
  await app.server.store.pool.query(`update account set plan = 'Pinnacle'`)
})
