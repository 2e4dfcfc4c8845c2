import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAttachment, createTask, queryApprovalsIn, updateAttachment } from '../../sdk/src/index.ts'
import { startRelay } from '../../server/events/relay.ts'
import { startNotifying } from '../../server/notifying/start.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { addPerson } from './people.ts'
import { desktop, hasChromium, phone, startWorkApp, type WorkApp } from './start-work-app.ts'

let app: WorkApp
let page: Page
const background: { stop(): Promise<void> }[] = []
let taskId: string
let fileId: string
let ben: { email: string }
let cleo: { email: string }
const browserTest = test.skipIf(!hasChromium)
const sectionOf = (at: Page, name: string) => at.getByRole('region', { name, exact: true })
const approvals = () => sectionOf(page, 'Approvals')
const approver = (name: string) =>
  approvals().getByRole('list', { name: 'Approvers' }).getByRole('listitem').filter({ hasText: name })
const file = (content: string) => ({ name: 'plan.txt', content: new Blob([content]) })
const isFocused = (selector: string) => `document.activeElement?.matches(${JSON.stringify(selector)})`
const known = async () => (await app.anna.call(queryApprovalsIn, { taskId })).data

beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  const { services, store } = app.server
  background.push(startRelay(store, services.log), startNotifying(services))
  ben = await addPerson(app, 'Ben', 'Beech')
  cleo = await addPerson(app, 'Cleo', 'Cress')
  taskId = await app.make(createTask, { folderId: app.folderId, title: 'Dig the pond' })
  fileId = (await app.anna.upload(createAttachment, { taskId }, file('deep'))).data[0]?.id as string
  page = await app.open(`/task/${taskId}`)
})
afterAll(async () => {
  for (const one of background) await one.stop()
  await app?.close()
})

browserTest('somebody asks two people to approve a file, from the palette', async () => {
  await approvals().getByText('Nobody was asked to approve this yet').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Ask for appr')
  await page.getByRole('option', { name: 'Ask for approval' }).waitFor()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Ask for approval' })
  await dialog.getByLabel('What is to be approved').fill('Is it deep enough for the frogs?')
  await dialog.getByRole('button', { name: 'Choose people' }).press('Enter')
  for (const name of ['Ben Beech', 'Cleo Cress']) await page.getByRole('option', { name }).click()
  await page.keyboard.press('Escape')
  await dialog.getByRole('textbox', { name: 'Decide until' }).fill('1 Mar 2026')
  await dialog.getByRole('checkbox', { name: 'plan.txt' }).check()
  await isAccessible(page)
  await dialog.getByRole('button', { name: 'Ask for approval' }).press('Enter')
  await approver('Ben Beech').getByText('has not decided yet').waitFor()
  await approver('Cleo Cress').getByText('has not decided yet').waitFor()
  await approvals().getByText('Overdue by').waitFor()
  await sectionOf(page, 'Files').getByText('Waiting for approval').waitFor()
  const [approval] = await known()
  expect(approval).toMatchObject({ status: 'Pending', dueDate: '2026-03-01', attachmentIds: [fileId] })
})

browserTest(
  'who is asked finds it on the start page and approves with the keyboard; who asked sees it live',
  async () => {
    const bens = await app.open('/', ben)
    const waiting = sectionOf(bens, 'Waiting for your approval 1')
    await waiting.getByText('Anna Ash asks').waitFor()
    await waiting.getByRole('link', { name: 'Dig the pond' }).press('Enter')
    await bens.getByText('Anna Ash asks for your approval.').waitFor()
    await bens.getByRole('button', { name: 'Decide', exact: true }).press('Enter')
    await expect.poll(() => bens.evaluate(isFocused('.decide textarea'))).toBe(true)
    await bens.keyboard.type('Deep enough')
    await bens.keyboard.press('Tab')
    await bens.keyboard.press('Enter')
    await approver('Ben Beech').getByText('approved').waitFor()
    await approver('Ben Beech').getByText('Deep enough').waitFor()
    await approvals().getByText('1 of 2 have decided').waitFor()
    await expect.poll(() => bens.evaluate(isFocused('li.approval'))).toBe(true)
    expect(await bens.getByText('asks for your approval').count()).toBe(0)
    // As long as somebody is missing, a decision can be changed.
    await sectionOf(bens, 'Approvals').getByRole('button', { name: 'Change my decision' }).waitFor()
  },
)

browserTest('a rejection needs a reason, and ends it', async () => {
  const cleos = await app.open('/', cleo)
  await cleos.getByRole('button', { name: 'Decide about Dig the pond' }).press('Enter')
  const dialog = cleos.getByRole('dialog', { name: 'Dig the pond' })
  await dialog.getByRole('button', { name: 'Reject' }).press('Enter')
  await dialog.getByRole('alert').filter({ hasText: 'Say why' }).waitFor()
  await isAccessible(cleos)
  await dialog.getByLabel('Comment').fill('Too shallow')
  await dialog.getByRole('button', { name: 'Reject' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => cleos.getByText('Waiting for your approval').count()).toBe(0)
  await approver('Cleo Cress').getByText('Too shallow').waitFor()
  await approvals().getByText('Rejected', { exact: true }).waitFor()
  expect(await known()).toMatchObject([{ status: 'Rejected', finished: true }])
})

browserTest('a file says which version was rejected, once there is a newer one', async () => {
  await app.anna.upload(updateAttachment, { attachmentId: fileId }, file('deeper'))
  await sectionOf(page, 'Files').getByText('Rejected: version 1').waitFor()
})

browserTest(
  'the approval is asked for again, an approver taken out, and it is cancelled after a question',
  async () => {
    const more = async (choice: string) => {
      await approvals().getByRole('button', { name: 'More about this approval' }).first().press('Enter')
      await page.getByRole('menuitem', { name: choice }).press('Enter')
    }
    await more('Ask again')
    const dialog = page.getByRole('dialog', { name: 'Ask for approval' })
    expect(await dialog.getByLabel('What is to be approved').inputValue()).toBe('Is it deep enough for the frogs?')
    await dialog.getByRole('button', { name: 'Ask for approval' }).press('Enter')
    await approvals().getByText('1 earlier approval').waitFor()
    await approvals().getByRole('button', { name: 'Ask Ben Beech no longer' }).press('Enter')
    await expect.poll(async () => (await known())[0]?.decisions.length).toBe(1)
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect.poll(async () => (await known())[0]?.decisions.length).toBe(2)
    await more('Cancel the approval')
    await page
      .getByRole('dialog', { name: 'Cancel the approval?' })
      .getByRole('button', { name: 'Cancel the approval' })
      .press('Enter')
    await approvals().getByText('2 earlier approvals').waitFor()
    expect((await known()).map(({ status }) => status)).toEqual(['Cancelled', 'Rejected'])
  },
)

browserTest('fits a phone, and the inbox tells what was decided', async () => {
  await page.setViewportSize(phone)
  await approvals().getByText('2 earlier approvals').press('Enter')
  await approvals().getByText('Cancelled', { exact: true }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
  await isAccessible(page)
  await page.setViewportSize(desktop)
  await page.goto(`${app.server.url}/work/inbox`)
  const inbox = page.getByRole('main')
  await inbox.getByText('Ben Beech approved it').waitFor()
  await inbox.getByText('Cleo Cress rejected it').first().waitFor()
})
