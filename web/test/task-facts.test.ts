import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createCustomField,
  createDependency,
  createTask,
  getFoldersByIds,
  getTasksByIds,
  queryDependencies,
  type Task,
  updateFolder,
  updateTask,
} from '../../sdk/src/index.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { hasChromium, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
let panel: Locator
let taskId: string
let nextId: string
beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  taskId = await app.make(createTask, { folderId: app.folderId, title: 'Plant the lilies' })
  nextId = await app.make(createTask, {
    folderId: app.folderId,
    title: 'Fill the pond',
    dates: { start: '2027-03-03', due: '2027-03-04' },
  })
  page = await app.open(`/task/${taskId}`)
  page.setDefaultTimeout(10_000)
  panel = page.getByRole('article')
})
afterAll(() => app?.close())

const read = async (id = taskId): Promise<Task> =>
  (await app.anna.call(getTasksByIds, { taskIds: [id], fields: ['effortAllocation', 'recurrent'] })).data[0] as Task

/** Opens the list of a fact by the keyboard, chooses, and closes a list of several. */
async function choose(button: RegExp | string, ...names: string[]): Promise<void> {
  await panel.getByRole('button', { name: button }).press('Enter')
  for (const name of names) await page.getByRole('option', { name }).first().press('Enter')
  if (await page.getByRole('listbox').count()) await page.keyboard.press('Escape')
  // The list gives the focus back to its button.
  await panel.locator('button:focus').waitFor()
}

const type = async (field: string, text: string) => {
  await panel.getByRole('textbox', { name: field, exact: true }).fill(text)
  await page.keyboard.press('Enter')
}

test.skipIf(!hasChromium)('status, importance and people are chosen with the keyboard', async () => {
  await choose(/^Status/, 'In Progress')
  await page.getByText('The status is In Progress now.').waitFor()
  await choose(/^Importance/, 'High')
  await choose('Assign', 'Anna Ash')
  await panel.getByRole('button', { name: 'Take Anna Ash off' }).waitFor()
  await expect.poll(async () => (await read()).responsibleIds?.length).toBe(1)
  expect(await read()).toMatchObject({ importance: 'High', status: 'Active' })
})

test.skipIf(!hasChromium)('dates are typed as people say them, and what is no date says so', async () => {
  await type('Start', 'never')
  await panel.getByText('This is no day.').waitFor()
  await type('Start', '1 Mar 2027')
  await type('Duration', '2d')
  await expect
    .poll(async () => (await read()).dates)
    .toMatchObject({
      type: 'Planned',
      start: '2027-03-01T09:00:00',
      due: '2027-03-02T17:00:00',
      duration: 960,
    })
  // The server's answer: two working days from Monday.
  await expect.poll(() => panel.getByRole('textbox', { name: 'Due' }).inputValue()).toBe('2 Mar 2027')
})

test.skipIf(!hasChromium)('a day is chosen from the calendar', async () => {
  await panel.getByRole('button', { name: 'Due: calendar' }).press('Enter')
  await page.getByRole('grid', { name: /March 2027/ }).waitFor()
  await isAccessible(page)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await read()).dates).toMatchObject({ due: '2027-03-03T17:00:00', duration: 1440 })
})

test.skipIf(!hasChromium)('what follows the task moves with it, which is told and undone as a whole', async () => {
  await app.anna.call(createDependency, { taskId, successorId: nextId, relationType: 'FinishToStart' })
  const before = [(await read()).dates, (await read(nextId)).dates]
  await page.reload()
  await type('Due', '5 Mar 2027')
  await page.getByText('“Fill the pond” follows it and moved too.').waitFor()
  expect((await read(nextId)).dates.start).toBe('2027-03-08T09:00:00')
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter')
  await expect.poll(async () => [(await read()).dates, (await read(nextId)).dates]).toEqual(before)
})

test.skipIf(!hasChromium)('an undone change of people is as it was', async () => {
  await panel.getByRole('button', { name: 'Take Anna Ash off' }).press('Enter')
  await page.getByText('The assignees were changed: 0 people.').waitFor()
  expect((await read()).responsibleIds).toEqual([])
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter')
  await expect.poll(async () => (await read()).responsibleIds?.length).toBe(1)
})

test.skipIf(!hasChromium)('a task that is late says by how much', async () => {
  await app.anna.call(updateTask, { taskId, dates: { start: '2026-01-05', due: '2026-01-06' } })
  await page.reload()
  await panel.getByText(/^Overdue by \d+ days$/).waitFor()
})

test.skipIf(!hasChromium)('subtasks are written one after another, and many are pasted at once', async () => {
  await panel.getByRole('textbox', { name: 'New subtask' }).focus()
  for (const title of ['Choose', 'Dig']) {
    await page.keyboard.type(title)
    await page.keyboard.press('Enter')
  }
  await panel.getByRole('link', { name: 'Dig' }).waitFor()
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', '- Water\n- Wait')
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await panel.getByRole('link', { name: 'Wait' }).waitFor()
  expect(await subtasks()).toEqual(['Choose', 'Dig', 'Water', 'Wait'])
})

test.skipIf(!hasChromium)('a subtask is done, given to somebody, moved up and made a task of its own', async () => {
  await panel.getByRole('checkbox', { name: 'Choose: done' }).press('Space')
  await panel.getByText('1 of 4 are done').waitFor()
  await panel.getByRole('button', { name: 'Dig: assign' }).press('Enter')
  await page.getByRole('option', { name: 'Anna Ash' }).press('Enter')
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Dig: assigned to Anna Ash' }).waitFor()
  await panel.getByRole('link', { name: 'Wait' }).press('Alt+ArrowUp')
  await expect.poll(subtasks).toEqual(['Choose', 'Dig', 'Wait', 'Water'])
  await expect
    .poll(() => panel.locator('.subtask .title').allTextContents())
    .toEqual(['Choose', 'Dig', 'Wait', 'Water'])
  await panel
    .locator('.subtask')
    .last()
    .dragTo(panel.locator('.subtask').first(), { targetPosition: { x: 90, y: 3 } })
  await expect.poll(subtasks).toEqual(['Water', 'Choose', 'Dig', 'Wait'])
  await panel.getByRole('button', { name: 'Wait: more' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Make it a task of its own' }).press('Enter')
  await page.getByText('“Wait” is a task of its own now.').waitFor()
  expect(await subtasks()).toEqual(['Water', 'Choose', 'Dig'])
})

test.skipIf(!hasChromium)('a task lies in several places, and can be a part of another', async () => {
  await choose('Put into another place', 'Garden')
  await expect.poll(async () => (await read()).parentIds).toHaveLength(2)
  await panel.getByRole('button', { name: 'Take Pond off' }).press('Enter')
  await page.getByText('The task was taken out of Pond.').waitFor()
  expect((await read()).parentIds).toHaveLength(1)
  await page.getByRole('button', { name: 'Undo' }).last().press('Enter')
  await expect.poll(async () => (await read()).parentIds).toHaveLength(2)
  await panel.getByRole('button', { name: 'Make it a part of a task' }).press('Enter')
  await page.keyboard.type('fill')
  await page.getByRole('option', { name: /Fill the pond/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await read()).superTaskIds).toEqual([nextId])
})

test.skipIf(!hasChromium)(
  'fields of the places are filled by their types; others are added to the folder',
  async () => {
    const field = (
      title: string,
      type: 'Text' | 'Numeric' | 'DropDown' | 'Date' | 'Checkbox' | 'Multiple',
      more = {},
    ) => app.make(createCustomField, { title, type, ...more })
    const ids = {
      depth: await field('Depth', 'Numeric', { settings: { decimalPlaces: 1, useThousandsSeparator: true } }),
      soil: await field('Soil', 'DropDown', { settings: { values: ['Clay', 'Sand'], allowOtherValues: false } }),
      day: await field('Bloom', 'Date'),
      fenced: await field('Fenced', 'Checkbox'),
      note: await field('Note', 'Text'),
    }
    const { note: _, ...given } = ids
    await app.anna.call(updateFolder, { folderId: app.spaceId, customColumns: Object.values(given) })
    await page.reload()
    await type('Depth', 'deep')
    await panel.getByRole('region', { name: 'Fields' }).getByRole('alert').waitFor()
    await type('Depth', '1,250.5')
    await choose('Soil: None', 'Clay')
    await type('Bloom', '5 May 2027')
    await panel.getByRole('checkbox', { name: 'Fenced' }).press('Space')
    await panel.getByRole('button', { name: 'Add a field' }).press('Enter')
    await page.getByRole('option', { name: 'Note' }).press('Enter')
    // The new field is there to be filled.
    await panel.locator('input:focus').waitFor()
    await type('Note', 'Mind the <frogs>')
    const values = async () =>
      Object.fromEntries((await read()).customFields?.map(({ id, value }) => [id, value]) ?? [])
    await expect.poll(values).toEqual({
      [ids.depth]: '1250.5',
      [ids.soil]: 'Clay',
      [ids.day]: '2027-05-05',
      [ids.fenced]: 'true',
      [ids.note]: 'Mind the &lt;frogs&gt;',
    })
    const { data } = await app.anna.call(getFoldersByIds, { folderIds: [app.folderId], fields: ['customColumnIds'] })
    expect(data[0]?.customColumnIds).toEqual([ids.note])
    await isAccessible(page)
  },
)

test.skipIf(!hasChromium)(
  'tasks that come before and after are found, linked, and moved; each way back is offered',
  async () => {
    const dates = { start: '2027-06-01', due: '2027-06-02' }
    const early = await app.make(createTask, { folderId: app.folderId, title: 'Order lilies', dates })
    const late = await app.make(createTask, { folderId: app.folderId, title: 'Invite guests', dates })
    const middle = await app.make(createTask, { folderId: app.folderId, title: 'Bank', dates })
    await page.goto(`${app.server.url}/work/task/${middle}`)
    const add = async (button: string, typed: string, title: string) => {
      await panel.getByRole('button', { name: button }).press('Enter')
      await page.keyboard.type(typed)
      await page.getByRole('option', { name: title }).waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
    }
    await add('Waits for: add a task', 'order', 'Order lilies')
    await page.getByText('“Bank” waits for “Order lilies” now. 1 task moved.').waitFor()
    expect((await read(middle)).dates.start).toBe('2027-06-03T09:00:00')
    await add('Holds up: add a task', 'invite', 'Invite guests')
    await page.getByText('“Invite guests” waits for “Bank” now. 1 task moved.').waitFor()
    await panel.getByRole('button', { name: 'Invite guests: Finish to start' }).press('Enter')
    await page.getByRole('option', { name: /^Start to start/ }).press('Enter')
    await page.getByText('The dependency was changed.').waitFor()
    await type('Invite guests: lag', '1d')
    await expect
      .poll(async () => (await app.anna.call(queryDependencies, { taskId: middle })).data)
      .toEqual(
        expect.arrayContaining([
          expect.objectContaining({ predecessorId: early, relationType: 'FinishToStart' }),
          expect.objectContaining({ successorId: late, relationType: 'StartToStart', lagTime: 480 }),
        ]),
      )
    // Somebody wants it earlier than the dependency allows: the page says so.
    await app.anna.call(updateTask, { taskId: middle, dates: { start: '2027-06-01', due: '2027-06-01' } })
    await page.reload()
    await panel.getByText('The dates contradict this dependency').waitFor()
    await panel.getByRole('button', { name: 'Take the dependency on Order lilies away' }).press('Enter')
    await page.getByText('The dependency on “Order lilies” was taken away.').waitFor()
    await page.getByRole('button', { name: 'Undo' }).last().press('Enter')
    await panel.getByRole('link', { name: 'Order lilies' }).waitFor()
  },
)

test.skipIf(!hasChromium)('a task repeats by a rule in plain words, with the days that follow', async () => {
  await type('Start', '1 Jun 2027')
  await panel.getByRole('button', { name: 'Repeats: Never' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'How the task repeats' })
  await dialog.getByRole('spinbutton', { name: 'Every' }).fill('2')
  await dialog.getByRole('checkbox', { name: 'Friday' }).press('Space')
  await dialog.getByRole('combobox', { name: 'It ends' }).selectOption('after')
  await dialog.getByRole('spinbutton', { name: 'Number of tasks' }).fill('4')
  await dialog.getByText('Every 2 weeks on Tuesday and Friday, 4 times in all').waitFor()
  // The first is this task, on 1 June: three are left.
  await dialog.getByText('Then on 4 Jun 2027, 15 Jun 2027, and 18 Jun 2027.').waitFor()
  await isAccessible(page)
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await panel.getByText('the next is made for 4 Jun 2027.').waitFor()
  await panel.getByRole('button', { name: 'Repeat no longer' }).press('Enter')
  await page.getByText('No further task is made.').waitFor()
  await panel.getByRole('button', { name: 'Repeats: Never' }).waitFor()
  expect((await read(await current())).recurrent).toBe(false)
})

test.skipIf(!hasChromium)('effort, working days and the rest are changed behind a line that opens', async () => {
  await choose('Effort: Not planned', 'In all')
  await type('Effort', '1d 2h')
  await expect
    .poll(async () => (await read(await current())).effortAllocation)
    .toMatchObject({
      mode: 'Basic',
      totalEffort: 600,
    })
  await choose('Effort: In all', 'Day by day')
  await panel.getByRole('button', { name: 'Days …' }).press('Enter')
  await page.getByText('Assign the task first').waitFor()
  await page.keyboard.press('Escape')
  await panel.getByText('More details').press('Enter')
  await panel.getByRole('group', { name: 'Author' }).getByText('Anna Ash').waitFor()
  await panel.getByRole('group', { name: 'Permalink' }).getByRole('link').waitFor()
})

/** The task that the page shows. */
const current = async (): Promise<string> => new URL(page.url()).pathname.split('/').at(-1) as string

/** Titles of the subtasks in the order that the server has them in. */
async function subtasks(): Promise<string[]> {
  const { data } = await app.anna.call(getTasksByIds, { taskIds: (await read()).subTaskIds ?? [] })
  return data.sort((a, b) => (a.priority < b.priority ? -1 : 1)).map(({ title }) => title)
}
