import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type Client,
  createClient,
  createTask,
  modifyWorkflow,
  queryContacts,
  queryGroups,
  queryInvitations,
  queryTasks,
  queryWorkflows,
} from '../../sdk/src/index.ts'
import { hashPassword } from '../../server/console/passwords.ts'
import { scopes as everyScope, type Scope } from '../../server/contract/scopes.ts'
import { issuePermanentToken } from '../../server/oauth/tokens.ts'
import { joinAccount, nameContact } from '../../server/resources/contacts/person.ts'
import { isAccessible, isGood } from '../../server/testing/good-page.ts'
import { enter, tabTo } from '../../server/testing/keyboard.ts'
import { password } from '../../server/testing/people-server.ts'
import { hasChromium, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
/** A program of Anna's with every scope. */
let anna: Client
const inChromium = test.skipIf(!hasChromium)

/** Somebody of the account who can sign in. */
async function joined(firstName: string, lastName: string, role: 'admin' | 'regular' = 'regular'): Promise<number> {
  const { database } = app.server.store
  const personId = await nameContact(database, {
    email: `${firstName.toLowerCase()}@example.com`,
    firstName,
    lastName,
    passwordHash: await hashPassword(password),
    emailConfirmed: true,
  })
  await joinAccount(database, app.server.anna.accountId, personId, role)
  return personId
}

/** A thousand people, by two statements. */
async function crowd(): Promise<void> {
  await app.server.store.pool.query(`insert into person (email, first_name, last_name)
    select 'p' || n || '@example.com', 'Person', 'No' || n from generate_series(1, 1000) n`)
  await app.server.store.pool.query(
    `insert into account_user (account_id, person_id, role) select $1, person_id, 'regular' from person where first_name = 'Person'`,
    [app.server.anna.accountId],
  )
}

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  const scopes = Object.keys(everyScope) as Scope[]
  const token = await issuePermanentToken(app.server.store.database, {
    ...app.server.anna,
    clientId: app.server.clientId,
    name: 'test',
    scopes,
  })
  anna = createClient({ server: app.server.url, token })
  await joined('Ben', 'Birch')
  await joined('Cleo', 'Cedar')
  await crowd()
})
afterAll(() => app?.close())

const go = (address: string) => page.goto(`${app.server.url}/work${address}`)
const notice = (text: string | RegExp) => page.getByRole('region', { name: 'Notices' }).getByText(text).waitFor()
const choose = async (option: string | RegExp) => page.getByRole('option', { name: option }).click()
const person = async (firstName: string) =>
  (await anna.call(queryContacts, {})).data.find((one) => one.firstName === firstName)

inChromium('who is no admin is told kindly what the page is for, and has no way to it', async () => {
  const bens = await app.open('/admin/people', { email: 'ben@example.com', viewport: { width: 1280, height: 800 } })
  await bens.getByText('This part is for the admins of the account.').waitFor()
  expect(await bens.getByRole('link', { name: 'Administration' }).count()).toBe(0)
  await isAccessible(bens)
  await bens.close()
})

inChromium('of a thousand people those are drawn that are seen, and somebody is found by a few letters', async () => {
  page = await app.open('/')
  page.setDefaultTimeout(10_000)
  await page.getByRole('link', { name: 'Administration' }).click()
  await page.getByRole('status').filter({ hasText: '1,003 people' }).waitFor()
  const rows = page.getByRole('list', { name: 'People', exact: true }).getByRole('listitem')
  await rows.first().waitFor()
  expect(await rows.count()).toBeLessThan(50)
  await isGood(page)
  await page.getByLabel('Search by name or address').fill('cle ced')
  await expect.poll(() => rows.count()).toBe(1)
  expect(page.url()).toContain('q=cle')
  await page.getByRole('link', { name: 'Cleo Cedar' }).click()
  await page.getByRole('heading', { name: 'Cleo Cedar' }).waitFor()
  await page.getByText('Unfinished tasks').waitFor()
  await isGood(page)
})

inChromium('a person gets another type, is switched off and on again, each with a way back', async () => {
  await page.getByLabel('Type').selectOption('external')
  await notice('Cleo Cedar is now: External user.')
  expect((await person('Cleo'))?.profiles[0]?.external).toBe(true)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await person('Cleo'))?.profiles[0]?.external).toBe(false)
  await page.getByRole('button', { name: 'Switch off', exact: true }).click()
  await notice(/switched off/)
  await page.getByRole('button', { name: 'Switch on again' }).click()
  await notice('Cleo Cedar may sign in again.')
  expect((await person('Cleo'))?.profiles[0]?.active).toBe(true)
})

inChromium(
  'several people are invited at once with the keyboard alone; who cannot be stays with the reason',
  async () => {
    await go('/admin/groups')
    await page.getByRole('button', { name: 'New group' }).click()
    await page.keyboard.type('Gardeners')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Gardeners' }).waitFor()

    await go('/admin/people')
    await enter(page, page.getByRole('button', { name: 'Invite people' }))
    await page.keyboard.type('Dora Dill <dora@example.com>, eve@example.com ben@example.com')
    await tabTo(page, page.getByRole('radio', { name: /Regular user/ }))
    await page.keyboard.press('ArrowDown')
    await enter(page, page.getByRole('button', { name: /Groups: / }))
    await page.getByRole('option', { name: 'Gardeners' }).press('Enter')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Groups: Gardeners' }).waitFor()
    await isAccessible(page)
    await enter(page, page.getByRole('button', { name: 'Send 3 invitations' }))
    await notice('2 people are invited.')
    await page.getByText(/ben@example.com: .*user of the account already/).waitFor()
    await page.keyboard.press('Escape')

    const { data } = await anna.call(queryInvitations, {})
    expect(data.map(({ email, external, firstName }) => ({ email, external, firstName }))).toEqual([
      { email: 'eve@example.com', external: true, firstName: undefined },
      { email: 'dora@example.com', external: true, firstName: 'Dora' },
    ])
    const { rows } = await app.server.store.pool.query(
      `select count(*) from group_member join user_group g using (account_id, group_id) where g.title = 'Gardeners'`,
    )
    expect(Number(rows[0].count)).toBe(2)
  },
)

inChromium('an invitation goes out again, and is cancelled after a question', async () => {
  await go('/admin/invitations')
  await page.getByLabel('Type of eve@example.com').selectOption({ label: 'Regular user' })
  await page.getByRole('button', { name: 'eve@example.com: what to do' }).click()
  await page.getByRole('menuitem', { name: 'Send the mail again' }).click()
  await notice(/went out again/)
  await isGood(page)
  await page.getByRole('button', { name: 'eve@example.com: what to do' }).click()
  await page.getByRole('menuitem', { name: /Cancel the invitation/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the invitation' }).click()
  await notice(/is cancelled/)
  const { data } = await anna.call(queryInvitations, {})
  expect(data.map(({ email, status, userTypeId }) => [email, status, userTypeId?.length])).toMatchObject([
    ['eve@example.com', 'Cancelled', expect.any(Number)],
    ['dora@example.com', 'Pending', expect.any(Number)],
  ])
})

inChromium('somebody is removed, and another takes over the tasks', async () => {
  const cleo = await person('Cleo')
  const ben = await person('Ben')
  await app.make(createTask, { folderId: app.folderId, title: 'Weed the pond', responsibles: [cleo?.id as string] })
  await go('/admin/people?q=cleo')
  await page.getByRole('button', { name: 'Cleo Cedar: what to do' }).click()
  await page.getByRole('menuitem', { name: 'Remove …' }).click()
  await page.getByRole('button', { name: /Who takes over/ }).click()
  await page.getByLabel('Search', { exact: true }).fill('Ben B')
  await choose(/Ben Birch/)
  await isAccessible(page)
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await notice('Cleo Cedar is removed; Ben Birch took over.')
  const { data } = await anna.call(queryTasks, { title: 'Weed', fields: ['responsibleIds'] })
  expect(data[0]?.responsibleIds).toEqual([ben?.id])
  await page.getByLabel('State').selectOption('removed')
  await page.getByRole('link', { name: 'Cleo Cedar' }).waitFor()
})

inChromium('a group gets members and a place below another, and is deleted after a question', async () => {
  await go('/admin/groups')
  await page.getByRole('button', { name: 'New group' }).click()
  await page.keyboard.type('Diggers')
  await page.getByLabel('It lies in').selectOption({ label: 'Gardeners' })
  await page.getByRole('button', { name: 'Create the group' }).click()
  await page.getByRole('heading', { name: 'Diggers' }).waitFor()
  await page.getByRole('button', { name: 'Add members' }).click()
  await page.getByLabel('Search', { exact: true }).fill('Ben B')
  await choose(/Ben Birch/)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Take Ben Birch out of the group' }).waitFor()
  await isGood(page)
  const groups = (await anna.call(queryGroups, {})).data
  const diggers = groups.find(({ title }) => title === 'Diggers')
  expect(diggers).toMatchObject({
    memberIds: [(await person('Ben'))?.id],
    parentIds: [groups.find(({ title }) => title === 'Gardeners')?.id],
  })
  await page.getByRole('button', { name: 'Take Ben Birch out of the group' }).click()
  await page.getByText('Nobody belongs to it yet.').waitFor()
  await page.getByRole('button', { name: 'Delete the group …' }).click()
  await page.getByRole('button', { name: 'Delete the group', exact: true }).click()
  await page.waitForURL('**/admin/groups')
  await isGood(page)
})

inChromium('a workflow of a space is made, and gets statuses by typing them one after the other', async () => {
  await go('/admin/workflows')
  await page.getByRole('button', { name: 'New workflow' }).click()
  await page.keyboard.type('Ponds')
  await page.getByLabel('Who uses it').selectOption({ label: 'Only the space Garden' })
  await page.getByRole('button', { name: 'Create the workflow' }).click()
  await page.getByRole('heading', { name: 'Ponds' }).waitFor()
  await page.getByLabel('New active status').focus()
  const names = ['Filling', 'Planting']
  for (const name of names) {
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  for (const name of names) await page.getByLabel(`Name of ${name}`).waitFor()
  await isGood(page)
})

const ponds = async () => {
  const workflow = (await anna.call(queryWorkflows, {})).data.find(({ name }) => name === 'Ponds')
  return { workflow, names: (workflow?.customStatuses ?? []).map(({ name }) => name) }
}

inChromium('statuses are moved by arrow keys and by dragging, and the focus stays with what is moved', async () => {
  const handle = page.getByRole('button', { name: /^Move Planting/ })
  await tabTo(page, handle)
  await page.keyboard.press('ArrowUp')
  await page.getByRole('button', { name: 'Move Planting, 2 of 3' }).waitFor()
  await page.keyboard.press('ArrowUp')
  await page.getByRole('button', { name: 'Move Planting, 1 of 3' }).waitFor()
  expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true)
  await expect.poll(async () => (await ponds()).names).toEqual(['Planting', 'Active', 'Filling', 'Completed'])
  // A browser that is busy may miss the beginning of a drag; done again, it changes nothing more.
  const filling = page.getByRole('button', { name: /^Move Filling/ })
  const dragged = async () => {
    if ((await ponds()).names[0] !== 'Filling') await filling.dragTo(handle, { targetPosition: { x: 10, y: 2 } })
    return (await ponds()).names
  }
  await expect
    .poll(dragged, { interval: 1000, timeout: 20_000 })
    .toEqual(['Filling', 'Planting', 'Active', 'Completed'])
})

inChromium('a status is renamed, coloured and hidden with the keyboard, and what was done can be undone', async () => {
  await tabTo(page, page.getByLabel('Name of Active'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Digging')
  await page.keyboard.press('Enter')
  await notice('Active is now called Digging.')
  await enter(page, page.getByRole('button', { name: /^Colour of Digging/ }))
  await page.keyboard.type('turq')
  await page.getByRole('option', { name: 'Turquoise' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Colour of Digging: Turquoise' }).waitFor()
  await enter(page, page.getByRole('button', { name: 'Digging: what to do' }))
  await page.getByRole('menuitem', { name: 'Hide' }).press('Enter')
  await notice(/Digging is hidden/)
  const digging = async () => (await ponds()).workflow?.customStatuses.find(({ name }) => name === 'Digging')
  expect(await digging()).toMatchObject({ color: 'Turquoise', hidden: true })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await digging())?.hidden).toBe(false)
})

inChromium('a status that is used is deleted, and its tasks get another', async () => {
  const { workflow } = await ponds()
  const filling = workflow?.customStatuses.find(({ name }) => name === 'Filling')
  await app.make(createTask, { folderId: app.folderId, title: 'Fill the pond', customStatus: filling?.id as string })
  await page.reload()
  await page.getByText('1 task').waitFor()
  await page.getByRole('button', { name: 'Filling: what to do' }).click()
  await page.getByRole('menuitem', { name: 'Delete …' }).click()
  await page.getByText(/1 task has it/).waitFor()
  await page.getByLabel('What they get instead').selectOption({ label: 'Planting' })
  await isAccessible(page)
  await page.getByRole('button', { name: 'Delete the status' }).click()
  await notice('The status Filling is deleted.')
  const { names, workflow: after } = await ponds()
  expect(names).toEqual(['Planting', 'Digging', 'Completed'])
  const { data } = await anna.call(queryTasks, { title: 'Fill the pond' })
  expect(data[0]?.customStatusId).toBe(after?.customStatuses.find(({ name }) => name === 'Planting')?.id)
})

inChromium('what the server refuses is told, and the page shows what is', async () => {
  const standard = (await anna.call(queryWorkflows, {})).data[0]
  await go(`/admin/workflows/${standard?.id}`)
  await page.getByRole('button', { name: 'Completed: what to do' }).click()
  await page.getByRole('menuitem', { name: 'Hide' }).click()
  await page
    .getByRole('alert')
    .getByText(/needs a status of each group/)
    .waitFor()
  await anna.call(modifyWorkflow, { workflowId: standard?.id as string, description: 'For everybody' })
  await expect.poll(() => page.locator('.hidden-status').count()).toBe(0)
})
