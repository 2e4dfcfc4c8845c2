import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createClient,
  createFolder,
  createGroup,
  createSpace,
  createTask,
  queryAccess,
  updateFolder,
  updateTask,
} from '../../sdk/src/index.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { addPerson } from './people.ts'
import { hasChromium, phone, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
let taskId: string
let folderId: string
let ben: { id: string }
let cleo: { id: string }
const browserTest = test.skipIf(!hasChromium)
const dialog = () => page.getByRole('dialog').first()
const entry = (name: string) =>
  dialog()
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })
const access = async (of: { taskId: string } | { folderId: string }) =>
  (await app.anna.call(queryAccess, of)).data.map(({ name, role }) => [name, role])

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  ben = await addPerson(app, 'Ben', 'Beech')
  cleo = await addPerson(app, 'Cleo', 'Cress')
  const { anna, make } = app
  const { access_token: token } = await app.server.tokens({ scope: 'Default,amReadWriteGroup' })
  const groups = createClient({ server: app.server.url, token })
  const crewId = (await groups.call(createGroup, { title: 'Crew', members: [cleo.id] })).data[0]?.id as string
  const spaceId = await make(createSpace, { accessType: 'Private', title: 'Yard' })
  folderId = await make(createFolder, { folderId: spaceId, title: 'Shed', shareds: [crewId] })
  taskId = await make(createTask, { folderId, title: 'Paint the door', shareds: [cleo.id], responsibles: [ben.id] })
  await anna.call(updateTask, { taskId, removeShareds: [ben.id] })
  page = await app.open(`/task/${taskId}`)
})
afterAll(() => app?.close())

browserTest('a person opens the share dialog of a task and reads who can see it, and why', async () => {
  await page.getByRole('button', { name: 'Share' }).click()
  await dialog().getByRole('heading', { name: 'Share “Paint the door”' }).waitFor()
  await entry('Cleo Cress').getByText('It is shared here').waitFor()
  await entry('Cleo Cress').getByText('From the folder “Shed”, with the group “Crew”').waitFor()
  await entry('Anna Ash').getByText('As a member of the space “Yard”').waitFor()
  await isAccessible(page)
})

browserTest('is warned that somebody it is assigned to cannot see it, and shares it with them', async () => {
  await dialog().getByText('It is assigned to Ben Beech, who cannot see it.').waitFor()
  await dialog().getByRole('button', { name: 'Share with Ben Beech' }).click()
  await entry('Ben Beech').getByText('It is shared here').waitFor()
  await expect.poll(() => dialog().getByText('cannot see it.').count()).toBe(0)
})

browserTest('is told, before a share is taken away, by what somebody would still see it', async () => {
  await dialog().getByRole('button', { name: 'Stop sharing with Cleo Cress' }).click()
  const question = page.getByRole('dialog', { name: 'Stop sharing with Cleo Cress?' })
  await question.getByText('From the folder “Shed”, with the group “Crew”').waitFor()
  await isAccessible(page)
  await question.getByRole('button', { name: 'Stop sharing here' }).click()
  await expect.poll(() => entry('Cleo Cress').getByText('It is shared here').count()).toBe(0)
  await entry('Cleo Cress').getByText('with the group').waitFor()
})

browserTest('invites somebody new by mail with the keyboard alone, and the focus comes back', async () => {
  const field = dialog().getByRole('combobox', { name: 'Add people and groups' })
  await field.focus()
  await page.keyboard.type('zoe@example.com')
  await page.getByRole('option', { name: 'Invite zoe@example.com' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await entry('zoe@example.com').getByText('invited').waitFor()
  await field.focus()
  await page.keyboard.press('Escape')
  await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Share')
  expect(await access({ taskId })).toContainEqual(['zoe@example.com', 'Full'])
})

browserTest('shares a folder with a role, changes the role, and takes it back', async () => {
  await page.goto(`${app.server.url}/work/folder/${folderId}`)
  await page.getByRole('button', { name: 'Share' }).click()
  await dialog().getByLabel('What they may do').selectOption('Editor')
  await dialog().getByRole('combobox', { name: 'Add people and groups' }).fill('beech')
  await page.getByRole('option', { name: /Ben Beech/ }).click()
  const role = dialog().getByLabel('What Ben Beech may do')
  await role.waitFor()
  await expect.poll(() => access({ folderId })).toContainEqual(['Ben Beech', 'Editor'])
  await role.selectOption('Read Only')
  await expect.poll(() => access({ folderId })).toContainEqual(['Ben Beech', 'ReadOnly'])
  await dialog().getByRole('button', { name: 'Stop sharing with Ben Beech' }).click()
  await expect.poll(() => entry('Ben Beech').count()).toBe(0)
  await isAccessible(page)
  await dialog().getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => access({ folderId })).toContainEqual(['Ben Beech', 'ReadOnly'])
  await page.keyboard.press('Escape')
})

browserTest('reads the history of the folder and of a task in plain words', async () => {
  await app.anna.call(updateFolder, { folderId, title: 'Tool shed' })
  await page.getByRole('button', { name: 'History' }).click()
  await dialog().getByText('Changed the title from “Shed” to “Tool shed”').waitFor()
  await dialog().getByText('Shared it with Ben Beech').first().waitFor()
  await isAccessible(page)
  await page.keyboard.press('Escape')
  await app.anna.call(updateTask, { taskId, dates: { type: 'Planned', start: '2027-03-01', due: '2027-03-04' } })
  await page.goto(`${app.server.url}/work/task/${taskId}`)
  await page.getByRole('button', { name: 'History', exact: true }).click()
  const list = page.getByRole('list', { name: 'History' })
  await list.getByText('Set the start to 1 Mar 2027. Set the due date to 4 Mar 2027').waitFor()
  await list.getByText('Shared it with zoe@example.com').waitFor()
  await list.getByText('Created it').waitFor()
})

browserTest('fits a phone', async () => {
  await page.setViewportSize(phone)
  await page.getByRole('button', { name: 'Share' }).click()
  await entry('Anna Ash').waitFor()
  const wide =
    'Math.max(document.documentElement.scrollWidth, document.querySelector("dialog").scrollWidth) - innerWidth'
  expect(await page.evaluate(wide)).toBeLessThanOrEqual(0)
  await isAccessible(page)
})
