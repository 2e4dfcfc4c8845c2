import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { queryCustomFields, queryTasks, type Task } from '../../sdk/src/index.ts'
import { isGood } from '../../server/testing/good-page.ts'
import { asCsv, asExcel, trackerRows } from '../../server/testing/import-file.ts'
import { hasChromium, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
beforeAll(async () => {
  if (hasChromium) app = await startWorkApp()
})
afterAll(() => app?.close())

const size = 60

async function tasks(): Promise<Task[]> {
  const all: Task[] = []
  const input = {
    folderId: app.folderId,
    subTasks: true,
    pageSize: 500,
    fields: ['customFields', 'superTaskIds'] as const,
  }
  for await (const task of app.anna.rows(queryTasks, { ...input, fields: [...input.fields] })) all.push(task)
  return all
}

test.skipIf(!hasChromium)(
  'a CSV file is chosen, told what it is, looked at and brought in',
  async () => {
    page = await app.open('/import')
    await page.getByRole('button', { name: 'Choose a space, folder or project' }).click()
    await page.getByRole('option', { name: 'Pond' }).click()
    await isGood(page)
    const rows = trackerRows(size, [app.server.anna.email])
    const content = Buffer.from(asCsv(rows).replaceAll(',on hold,', ',blocked,'))
    await page.getByLabel('Choose a file').setInputFiles({ name: 'tracker.csv', mimeType: 'text/csv', buffer: content })

    const becomes = (column: string) => page.getByRole('combobox', { name: `${column} becomes` })
    await becomes('Summary').waitFor()
    const guessed = ['Key', 'Summary', 'Text', 'State', 'Weight'].map((column) => becomes(column).inputValue())
    expect(await Promise.all(guessed)).toEqual(['id', 'title', 'description', 'status', ''])
    await becomes('Weight').selectOption({ label: 'Importance' })
    await becomes('Begins').selectOption({ label: 'Start date' })
    await becomes('Ends').selectOption({ label: 'Due date' })
    await becomes('Who').selectOption({ label: 'Assignees' })
    await becomes('Under').selectOption({ label: 'Parent task (id or title of its row)' })
    await becomes('Labels').selectOption({ label: 'Choice of several' })
    await becomes('Points').selectOption({ label: 'Number' })
    expect(await page.getByRole('combobox', { name: 'blocked means' }).inputValue()).toBe('On Hold')
    await page.getByText(`${size} tasks`, { exact: true }).waitFor()
    await isGood(page)
    await page.getByRole('button', { name: `Import ${size} tasks` }).click()
    await page.getByText(`${size} tasks were made`).waitFor({ timeout: 60_000 })
    await isGood(page)

    const made = await tasks()
    expect(made).toHaveLength(size)
    expect(made.filter(({ superTaskIds }) => superTaskIds?.length)).toHaveLength(
      rows.filter(({ Under }) => Under).length,
    )
    expect(made.filter(({ status }) => status === 'Deferred')).toHaveLength(size / 4)
    const fields = (await app.anna.call(queryCustomFields, {})).data
    const labels = fields.find(({ title }) => title === 'Labels')
    expect(labels).toMatchObject({ type: 'Multiple', settings: { values: ['red', 'green'] } })
    expect(made.filter(({ customFields }) => customFields?.some(({ id }) => id === labels?.id))).toHaveLength(size / 2)
  },
  120_000,
)

test.skipIf(!hasChromium)('an import is undone by the address that shows it, with the keyboard', async () => {
  await page.reload()
  await page.getByRole('button', { name: 'Undo the import' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Undo this import?' })
  await dialog.waitFor()
  await dialog.getByRole('button', { name: 'Undo the import' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(`Undone: ${size} tasks are in the recycle bin`).waitFor()
  expect(await tasks()).toEqual([])
})

test.skipIf(!hasChromium)(
  'a sheet of a workbook is chosen, and rows that make no task are told with the reason',
  async () => {
    await page.getByRole('button', { name: 'Import another file' }).click()
    const workbook = asExcel({
      Cover: [['Our plans']],
      Plans: [
        ['Task', 'Deadline', 'Owner'],
        ['Dig', new Date('2027-03-31T00:00:00Z'), 'Anna Ash'],
        ['', null, null],
        ['Fill', 'soon', 'Somebody'],
      ],
    })
    const file = { name: 'plans.xlsx', mimeType: 'application/octet-stream', buffer: workbook }
    await page.getByLabel('Choose a file').setInputFiles(file)
    await page.getByText('Say which column holds the titles.').waitFor()
    await page.getByLabel('Sheet').selectOption('Plans')
    await page.getByRole('row', { name: /4 .*'dueDate' takes days/ }).waitFor()
    await page.getByText('1 task', { exact: true }).waitFor()
    const owner = page.getByRole('combobox', { name: 'Anna Ash means' })
    expect(await owner.inputValue()).toBe(app.server.anna.email)
    await page.getByRole('button', { name: 'Import 1 tasks' }).click()
    await page.getByText('1 task was made').waitFor()
    expect(await tasks()).toMatchObject([{ title: 'Dig', dates: { due: '2027-03-31T17:00:00' } }])
  },
)

test.skipIf(!hasChromium)('a file that cannot be read is refused in words, and another can be chosen', async () => {
  await page.getByRole('button', { name: 'Import another file' }).click()
  await page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from([255, 0]) })
  await page
    .getByRole('alert')
    .getByText(/not UTF-8/)
    .waitFor()
  await page.getByRole('button', { name: 'Choose another file' }).click()
  await page.getByLabel('Choose a file').waitFor()
})
