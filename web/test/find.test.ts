import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createComment,
  createFolder,
  createSpace,
  createTask,
  createView,
  deleteFolder,
  getTasksByIds,
  queryContacts,
  queryFavorites,
  queryFolders,
  queryTasks,
  updateSpace,
} from '../../sdk/src/index.ts'
import { isAccessible, isGood } from '../../server/testing/good-page.ts'
import { addPerson } from './people.ts'
import { hasChromium, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
let beds: string
let house: string
let plant: string
const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  const { make, anna, spaceId, folderId } = app
  const [me] = (await anna.call(queryContacts, { me: true })).data
  const mine = { responsibles: [me?.id as string] }
  beds = await make(createFolder, { folderId: spaceId, title: 'Rose beds' })
  house = await make(createSpace, { accessType: 'Public', title: 'House' })
  await make(createFolder, { folderId: house, title: 'New roof', project: {} })
  plant = await make(createTask, {
    folderId: beds,
    title: 'Plant the roses',
    description: '<p>Deep &amp; wide</p>',
    dates: { start: day(-4), due: day(-2) },
    ...mine,
  })
  const bulbs = await make(createTask, {
    folderId,
    title: 'Order bulbs',
    dates: { start: day(0), due: day(0) },
    ...mine,
  })
  await anna.call(createComment, { taskId: bulbs, text: 'Not for the roses' })
  await make(createTask, { folderId, title: 'Roses of last year', status: 'Completed' })
  await make(createView, { folderId: beds, title: 'Who waters', kind: 'List', settings: {} })
})
afterAll(() => app?.close())

const row = (name: string) => page.getByRole('row', { name, exact: true })
const undo = (text: RegExp | string) => page.getByText(text).locator('..').getByRole('button', { name: 'Undo' })
const titleIs = (title: string) => expect.poll(() => page.title()).toBe(`${title} · Taskwright`)
const childrenOf = async (id: string) => {
  const tree = (await app.anna.call(queryFolders, {})).data
  const children = tree.find((folder) => folder.id === id)?.childIds ?? []
  return tree
    .filter((folder) => children.includes(folder.id))
    .map(({ title }) => title)
    .sort()
}

test.skipIf(!hasChromium)('a link to a search leads there, though one has to sign in first', async () => {
  page = await app.open('/search?text=roses')
  await page.getByRole('main').getByRole('link', { name: 'Plant the roses' }).waitFor()
  await page.getByText('3 found').waitFor()
  expect(await page.locator('.found-text').allTextContents()).toContain('In a comment: Not for the roses')
  expect(new Set((await page.locator('mark').allTextContents()).map((text) => text.toLowerCase()))).toEqual(
    new Set(['roses']),
  )
  await titleIs('Search')
  await isGood(page)
})

test.skipIf(!hasChromium)(
  'a search is narrowed and gone through with the keyboard, and its address says all of it',
  async () => {
    await page.getByLabel('Words to look for').fill('ros')
    await page.getByRole('button', { name: 'Status' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Active', exact: true }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('option', { name: 'Active', exact: true }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('option', { selected: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('2 found').waitFor()
    await expect
      .poll(() => [...new URL(page.url()).searchParams])
      .toEqual([
        ['text', 'ros'],
        ['status', '["Active"]'],
      ])
    await page.getByLabel('Words to look for').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: 'Plant the roses' }).waitFor()
    await titleIs('Plant the roses')
    await page.goBack()
    await page.getByText('2 found').waitFor()
    expect(await page.getByLabel('Words to look for').inputValue()).toBe('ros')
  },
)

test.skipIf(!hasChromium)('nothing that is found says what to do', async () => {
  await page.getByLabel('Words to look for').fill('xyzzy')
  await page.getByText('Nothing has these words.').waitFor()
  await page.getByRole('button', { name: 'Search without filters' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.has('status')).toBe(false)
})

test.skipIf(!hasChromium)('people see what they have to do by its day, and do it', async () => {
  await page.locator('h1').click()
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await page.getByRole('region', { name: 'Overdue' }).getByRole('link', { name: 'Plant the roses' }).waitFor()
  await page.getByRole('region', { name: 'Today' }).getByRole('link', { name: 'Order bulbs' }).waitFor()
  await titleIs('Your work')
  await isGood(page)
  await page.getByRole('checkbox', { name: 'Plant the roses: done' }).click()
  await page.getByText('“Plant the roses” is done.').waitFor()
  await page.getByRole('region', { name: 'Overdue' }).waitFor({ state: 'detached' })
  await page.locator('h1').click()
  await page.keyboard.press('Control+z')
  await page.getByRole('region', { name: 'Overdue' }).waitFor()
  const [task] = (await app.anna.call(getTasksByIds, { taskIds: [plant] })).data
  expect(task?.status).toBe('Active')
})

test.skipIf(!hasChromium)('the palette leads to places, tasks, saved views and people, and does things', async () => {
  const choose = async (typed: string, option: string | RegExp) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(typed)
    await page.getByRole('option', { name: option }).waitFor()
    for (let steps = 0; steps < 30; steps++) {
      if ((await page.getByRole('option', { selected: true, name: option }).count()) > 0) break
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+k')
  await page.getByRole('option', { name: /^New task/ }).waitFor()
  await isAccessible(page)
  await page.keyboard.press('Escape')
  await choose('waters', /Who waters/)
  await page.getByRole('heading', { name: 'Rose beds' }).waitFor()
  expect(new URL(page.url()).searchParams.get('view')).toBeTruthy()
  await titleIs('Rose beds')
  await choose('bulbs', /Order bulbs/)
  await page.getByRole('article', { name: 'Order bulbs' }).waitFor()
  await choose('anna', 'Tasks of Anna Ash')
  await page.getByRole('heading', { name: 'Everything you see' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Order bulbs' }).waitFor()
  await choose('dark col', 'Dark colours')
  expect(await page.evaluate('document.documentElement.style.colorScheme')).toBe('dark')
  await choose('device', /Colours as the device/)
  await choose('deep', /Search everywhere for/)
  await page.getByRole('main').getByRole('link', { name: 'Plant the roses' }).waitFor()
})

test.skipIf(!hasChromium)('a task is written from anywhere, and every key is listed', async () => {
  await page.locator('h1').click()
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog', { name: 'New task' })
  await dialog.getByLabel('Title').fill('Sharpen the spade')
  await dialog.getByRole('button', { name: /^Place/ }).click()
  await page.getByRole('option', { name: 'Rose beds' }).click()
  await isAccessible(page)
  await dialog.getByLabel('Title').press('Enter')
  await page.getByText('“Sharpen the spade” was created.').waitFor()
  const made = await app.anna.call(queryTasks, { folderId: beds, title: 'spade' })
  expect(made.data).toHaveLength(1)
  await page.locator('h1').click()
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await keys.getByText('g then h').waitFor()
  await isAccessible(page)
  await page.keyboard.press('Escape')
  await keys.waitFor({ state: 'detached' })
})

test.skipIf(!hasChromium)('a place is renamed where it stands, and the notice takes it back', async () => {
  await row('Pond').focus()
  await page.keyboard.press('F2')
  await page.getByLabel('New name').fill('Big pond')
  await page.keyboard.press('Enter')
  await row('Big pond').waitFor()
  await expect.poll(() => childrenOf(app.spaceId)).toEqual(['Big pond', 'Rose beds'])
  await undo('It is called “Big pond” now.').click()
  await row('Pond').waitFor()
  await expect.poll(() => childrenOf(app.spaceId)).toEqual(['Pond', 'Rose beds'])
})

test.skipIf(!hasChromium)('a folder is made, moved and deleted from the keyboard, and brought back', async () => {
  const choose = async (place: string, what: string) => {
    await row(place).focus()
    await page.keyboard.press('Shift+F10')
    await page.getByRole('menuitem', { name: what }).waitFor()
  }
  await choose('Rose beds', 'New folder in it …')
  await page.keyboard.type('new f')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'New folder' }).getByLabel('Name').fill('North side')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'North side' }).waitFor()
  await row('North side').waitFor()

  await choose('North side', 'Move to …')
  await page.keyboard.type('move')
  await page.keyboard.press('Enter')
  const move = page.getByRole('dialog', { name: 'Move “North side”' })
  await move.getByRole('option', { name: /^House/ }).waitFor()
  await isAccessible(page)
  await move.getByRole('option', { name: /^House/ }).click()
  await expect.poll(() => childrenOf(house)).toEqual(['New roof', 'North side'])
  expect(await childrenOf(beds)).toEqual([])
  await undo('“North side” is in “House” now.').click()
  await expect.poll(() => childrenOf(beds)).toEqual(['North side'])

  await choose('North side', 'Delete')
  await page.keyboard.type('del')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Rose beds' }).waitFor()
  await row('North side').waitFor({ state: 'detached' })
  await undo('“North side” is in the recycle bin.').click()
  await row('North side').waitFor()
})

test.skipIf(!hasChromium)('places are dragged by keys and by the pointer; with Ctrl they lie in both', async () => {
  await row('Pond').focus()
  await page.keyboard.press('ArrowRight')
  await row('Pond').getByRole('button', { name: 'Move Pond' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  const target = page.getByRole('button', { name: 'Drop on House' })
  await target.waitFor({ state: 'attached' })
  for (let steps = 0; steps < 20 && !(await target.evaluate((one) => one === document.activeElement)); steps++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => childrenOf(house)).toEqual(['New roof', 'Pond'])
  await undo('“Pond” is in “House” now.').click()
  await expect.poll(() => childrenOf(app.spaceId)).toEqual(['Pond', 'Rose beds'])

  await page.keyboard.down('Control')
  // A person takes it and moves until the row that is meant is marked; a browser that is busy may miss the beginning.
  const marked = page.locator('[role=row][data-drop-target]').filter({ hasText: 'House' })
  await expect
    .poll(async () => {
      await page.mouse.up()
      await row('Pond').getByText('Pond').hover()
      await page.mouse.down()
      for (let moves = 0; moves < 5 && (await marked.count()) === 0; moves++)
        await row('House').getByText('House').hover({ force: true })
      return marked.count()
    })
    .toBe(1)
  await page.mouse.up()
  await page.keyboard.up('Control')
  await page.getByText('“Pond” is in “House” too.').waitFor()
  await expect.poll(() => childrenOf(house)).toEqual(['New roof', 'Pond'])
  expect(await childrenOf(app.spaceId)).toEqual(['Pond', 'Rose beds'])
  await undo('“Pond” is in “House” too.').click()
  await expect.poll(() => childrenOf(house)).toEqual(['New roof'])
})

test.skipIf(!hasChromium)('what is marked stands at the side, in the person’s order; what was opened too', async () => {
  await row('Rose beds').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Rose beds' }).waitFor()
  await page.getByRole('button', { name: 'Favourite', exact: true }).click()
  const favourites = page.getByRole('grid', { name: 'Favourites' })
  await favourites.getByRole('row', { name: 'Rose beds' }).waitFor()
  await page.goto(`${app.server.url}/work/task/${plant}`)
  await page.getByRole('button', { name: 'Favourite', exact: true }).click()
  await favourites.getByRole('row', { name: 'Plant the roses' }).waitFor()
  await isAccessible(page)
  await favourites.getByRole('button', { name: 'What can be done with the favourite Plant the roses' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect
    .poll(async () => (await app.anna.call(queryFavorites, {})).data.map(({ title }) => title))
    .toEqual(['Plant the roses', 'Rose beds'])
  await page.getByRole('button', { name: 'Favourite', exact: true, pressed: true }).click()
  await favourites.getByRole('row', { name: 'Plant the roses' }).waitFor({ state: 'detached' })
  // What is open joins the list as the person goes on.
  await favourites.getByRole('row', { name: 'Rose beds' }).click()
  await page.getByRole('list', { name: 'Opened last' }).getByRole('link', { name: 'Plant the roses' }).waitFor()
})

test.skipIf(!hasChromium)('a link that leads nowhere says so, and which way to go', async () => {
  const gone = await app.make(createFolder, { folderId: house, title: 'Gone' })
  await app.anna.call(deleteFolder, { folderId: gone })
  await page.goto(`${app.server.url}/work/folder/${gone}`)
  await page.getByRole('heading', { name: 'This is not here for you' }).waitFor()
  await page.getByText(/You are signed in as anna@example.com/).waitFor()
  await isAccessible(page)
  await page.goto(`${app.server.url}/open.htm?id=999999`)
  await page.getByRole('heading', { name: 'This is not here for you' }).waitFor()
  await page.goto(`${app.server.url}/work/nowhere`)
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor()
  await titleIs('There is no such page')
  await page.getByRole('link', { name: 'To your work' }).click()
  await page.getByRole('heading', { name: 'Your work' }).waitFor()
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1')
})

test.skipIf(!hasChromium)('whoever has nothing yet has a sample in a minute', async () => {
  const ben = await addPerson(app, 'Ben', 'Birch')
  for (const spaceId of [app.spaceId, house]) await app.anna.call(updateSpace, { spaceId, accessType: 'Private' })
  page = await app.open('/', { email: ben.email })
  await page.getByRole('heading', { name: 'Welcome' }).waitFor()
  await isGood(page)
  await page.getByRole('button', { name: 'Make the sample' }).click()
  await page.getByRole('heading', { name: 'Sample: a garden' }).waitFor()
  await page.goto(`${app.server.url}/work/`)
  await page.getByRole('region', { name: 'Overdue' }).getByRole('link', { name: 'Buy water plants' }).waitFor()
})
