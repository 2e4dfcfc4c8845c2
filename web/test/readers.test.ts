import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type AccessRole,
  createAttachment,
  createClient,
  createComment,
  createDependency,
  createFolder,
  createSpace,
  createTask,
  queryAccessRoles,
  updateFolder,
} from '../../sdk/src/index.ts'
import { addPerson } from './people.ts'
import { hasChromium, startWorkApp, type WorkApp } from './start-work-app.ts'

/** Cleo reads a folder and may do nothing else there: no page offers her what the server would refuse. */
let app: WorkApp
let page: Page
let folderId: string
let taskId: string
let cleo: { id: string; email: string }
let roles: AccessRole[]
const refused: string[] = []
const browserTest = test.skipIf(!hasChromium)

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  cleo = await addPerson(app, 'Cleo', 'Cress')
  const { anna, make } = app
  const { access_token: token } = await app.server.tokens({ scope: 'Default,amReadOnlyAccessRole' })
  roles = (await createClient({ server: app.server.url, token }).call(queryAccessRoles, {})).data
  const spaceId = await make(createSpace, { accessType: 'Private', title: 'Yard' })
  folderId = await make(createFolder, { folderId: spaceId, title: 'Shed' })
  await become('ReadOnly')
  const day = new Date().toISOString().slice(0, 10)
  taskId = await make(createTask, { folderId, title: 'Paint the door', dates: { start: day, due: day } })
  const before = await make(createTask, { folderId, title: 'Buy paint', dates: { start: day, due: day } })
  await make(createTask, { folderId, title: 'Some day', superTasks: [taskId] })
  await make(createDependency, { taskId, predecessorId: before, relationType: 'FinishToStart' })
  await make(createComment, { taskId, text: 'Green, please' })
  await anna.upload(createAttachment, { taskId }, { name: 'door.txt', content: new Blob(['wood']) })
  page = await app.open(`/folder/${folderId}`, cleo)
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.request().method()} ${response.url()}`)
  })
})
afterAll(() => app?.close())

/** Gives Cleo another role in the folder. */
async function become(type: string): Promise<void> {
  const role = roles.find(({ title }) => title.replace(/\s/g, '') === type)
  await app.anna.call(updateFolder, { folderId, addAccessRoles: { [cleo.id]: role?.id as string } })
}

const main = () => page.getByRole('main')
/** What could be typed into, ticked, or dragged. */
const editable = () =>
  main()
    .locator('input:enabled, textarea:enabled, [contenteditable=true], [draggable=true]')
    .evaluateAll((found) => found.map((element) => element.getAttribute('aria-label') ?? element.outerHTML))
const choices = async (menu: string) => {
  await main().getByRole('button', { name: menu }).first().press('Enter')
  const names = await page.getByRole('menuitem').allTextContents()
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  return names.map((name) => name.trim())
}
const offered = (name: RegExp) => main().getByRole('button', { name }).allTextContents()
const view = async (kind: string) => {
  await page.goto(`${app.server.url}/work/folder/${folderId}?kind=${kind}`)
  await main().getByRole('link', { name: 'Paint the door' }).first().waitFor()
}

browserTest('a list shows its tasks, and neither boxes, cells, handles nor a line for another one', async () => {
  await view('List')
  expect(await editable()).toEqual([])
  expect(
    await main()
      .getByRole('gridcell')
      .getByRole('button', { name: /Status|Assignees|Due/ })
      .count(),
  ).toBe(0)
  const names = await choices('What can be done with Paint the door')
  expect(names.map((name) => name.replace(/Enter$/, ''))).toEqual([
    'Open',
    'Open on a page of its own',
    'Copy the link',
  ])
  await main().getByRole('link', { name: 'Paint the door' }).focus()
  for (const key of ['Delete', 'Alt+ArrowDown', 'Space']) await page.keyboard.press(key)
  expect(
    await main()
      .getByRole('region', { name: /selected/i })
      .count(),
  ).toBe(0)
  await main().getByRole('button', { name: 'Who can see it' }).waitFor()
})

browserTest('a board has cards that stay where they are', async () => {
  await view('Board')
  expect(await editable()).toEqual([])
  expect(await offered(/New task/)).toEqual([])
  expect((await choices('“Paint the door”: move and more')).map((name) => name.replace(/Enter$/, ''))).toEqual(['Open'])
})

browserTest('a Gantt chart has bars without ends, and no keys move them', async () => {
  await view('Gantt')
  expect(await editable()).toEqual([])
  expect(await main().locator('.gantt-end, .gantt-knob').count()).toBe(0)
  expect((await choices('“Paint the door”: dates and more')).map((name) => name.replace(/Enter$/, ''))).toEqual([
    'Open',
  ])
  await main()
    .getByRole('row', { name: /Paint the door/ })
    .focus()
  for (const key of ['ArrowRight', 'e', 'd']) await page.keyboard.press(key)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect(await main().locator('.gantt-ghost').count()).toBe(0)
})

browserTest('a calendar offers no days to write on', async () => {
  await view('Calendar')
  expect(await editable()).toEqual([])
  expect(await offered(/New task/)).toEqual([])
  expect(await main().locator('.chip-end').count()).toBe(0)
})

browserTest('an open task is read: no fields, no uploads, no comments of one’s own', async () => {
  await page.goto(`${app.server.url}/work/task/${taskId}`)
  await main().getByText('Green, please').waitFor()
  await main().getByRole('button', { name: 'Show door.txt' }).waitFor()
  expect(await editable()).toEqual([])
  expect(
    await offered(
      /^(Assign|Upload|Write a comment|Ask for approval|Start the timer|Add|New|Take|Delete|Edit|Reply|Follow)|clear|calendar/,
    ),
  ).toEqual([])
  expect(await choices('More about this task')).toEqual(['Copy the link'])
  expect(await choices('More about door.txt')).toEqual(['Download'])
  const parts = main().getByRole('navigation', { name: 'Parts of the task' }).getByRole('button')
  expect(await parts.allTextContents()).not.toContain('Approvals')
  expect(refused).toEqual([])
})

browserTest('with the role Limited one comments and sets the status, and nothing else', async () => {
  await become('Limited')
  await page.goto(`${app.server.url}/work/task/${taskId}`)
  await main().getByRole('button', { name: 'Write a comment' }).waitFor()
  await main().getByRole('button', { name: /New/ }).first().waitFor()
  expect(await main().getByRole('textbox', { name: 'Title' }).count()).toBe(0)
  await view('List')
  expect(await main().getByRole('checkbox', { name: 'Paint the door: done' }).isEnabled()).toBe(true)
  expect(
    await main()
      .getByRole('textbox', { name: /New task/ })
      .count(),
  ).toBe(0)
})
