import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { readDemoKey } from '#demo/key.ts'
import { readSettings } from '#settings.ts'
import { chromiumOptions } from '#testing/chromium.ts'
import {
  type Client,
  createApproval,
  createAttachment,
  createClient,
  createComment,
  createCustomField,
  createFolder,
  createTask,
  createTimelog,
  decideApproval,
  getAccount,
  queryContacts,
  querySpaces,
  queryTasks,
  updateTask,
} from '../sdk/src/index.ts'
import { startServer } from '../server/start.ts'

/**
 * Takes pictures of the work app as a team of five finds it: at the width of a desk and of a phone, in light and in dark. The
 * server begins as for everybody, with the demo account; what is added to it comes through the API.
 *
 *     node scripts/work-app-screenshots.ts FOLDER [ONLY]
 */
const [folder, only = ''] = process.argv.slice(2)
if (!folder) throw new Error('Say into which folder: node scripts/work-app-screenshots.ts FOLDER')
await mkdir(folder, { recursive: true })
/** What is further down on its page. */
const sections: Record<string, string> = { 'task-approvals': '[data-section=approvals]' }
/** What is opened first. */
const prepare: Record<string, (page: Page) => Promise<void>> = {
  'task-ask-approval': async (page) => {
    await page.getByRole('region', { name: 'Approvals' }).getByRole('button', { name: 'Ask for approval' }).click()
    await page.getByRole('dialog').getByRole('checkbox', { name: 'plan.png' }).check()
  },
}

const dataDir = await mkdtemp(join(tmpdir(), 'taskwright-pictures-'))
// Started by root, PostgreSQL runs as another user, who must get in.
await chmod(dataDir, 0o755)
const settings = readSettings({
  PORT: '0',
  DATA_DIR: dataDir,
  RATE_LIMIT_PER_MINUTE: '0',
  LONGEST_DELAY: '0',
  LOG_LEVEL: 'warn',
})
const server = await startServer(settings)
const browser = await chromium.launch(chromiumOptions)
try {
  const key = await readDemoKey(dataDir)
  if (!key?.token) throw new Error('The demo account has no token')
  const demo = createClient({ server: server.url, token: key.token })
  await addPeople(demo)
  const places = await addWork(demo)
  const person = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' })
  await walk(person, { email: key.email, password: key.password }, places)
  if ('offline'.includes(only)) await offline(person, demo, places)
} finally {
  await browser.close()
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

type Places = Awaited<ReturnType<typeof addWork>>

async function walk(person: BrowserContext, who: { email: string; password: string }, places: Places) {
  const page = await person.newPage()
  await page.goto(`${server.url}/work/`)
  await page.getByLabel('Email address').fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.keyboard.press('Enter')
  await page.getByRole('main').getByRole('heading').first().waitFor()
  const { projectId, taskId, bareTaskId, emptyId } = places
  const admin = ['people', 'groups', 'roles', 'workflows', 'fields', 'schedules', 'plan', 'audit', 'settings']
  const pages: Record<string, string> = {
    start: '/',
    list: `/folder/${projectId}`,
    board: `/folder/${projectId}?kind=Board`,
    table: `/folder/${projectId}?kind=Table`,
    gantt: `/folder/${projectId}?kind=Gantt`,
    calendar: `/folder/${projectId}?kind=Calendar`,
    'list-with-task': `/folder/${projectId}?task=${taskId}`,
    empty: `/folder/${emptyId}`,
    all: '/all',
    task: `/task/${taskId}`,
    'task-approvals': `/task/${taskId}`,
    'task-ask-approval': `/task/${taskId}`,
    'task-bare': `/task/${bareTaskId}`,
    'task-gone': '/task/IEAAAAAQKQAAAAAA',
    inbox: '/inbox',
    'inbox-preferences': '/inbox/preferences',
    search: '/search?text=shop',
    import: `/import?folder=${projectId}`,
    ...Object.fromEntries(admin.map((name) => [`admin-${name}`, `/admin/${name}`])),
    nowhere: '/nowhere',
  }
  for (const [name, address] of Object.entries(pages)) {
    if (!name.includes(only)) continue
    await page.goto(`${server.url}/work${address}`)
    await page.getByRole('main').locator('h1, h2, .empty, .empty-state').first().waitFor()
    // A view comes with its code.
    await page.locator('.view-wait').first().waitFor({ state: 'detached' })
    await prepare[name]?.(page)
    await picture(page, name, sections[name])
  }
}

/** A lost connection: what waits, and then what somebody has to be asked about. */
async function offline(person: BrowserContext, demo: Client, { projectId, taskId }: Places) {
  const page = await person.newPage()
  await page.goto(`${server.url}/work/folder/${projectId}?task=${taskId}`)
  const panel = page.getByRole('article')
  await panel.getByRole('button', { name: 'Importance: ' }).waitFor()
  await page.getByRole('treegrid', { name: 'Tasks' }).getByRole('row').first().waitFor()
  await person.setOffline(true)
  await page.getByText('Offline', { exact: true }).waitFor()
  const open = () => page.getByRole('banner').getByRole('status').getByRole('button').click()
  await panel.getByLabel('Title').fill('Order the new sign for the shop')
  await panel.getByLabel('Title').press('Enter')
  await panel.getByRole('button', { name: 'Importance: ' }).click()
  await page.getByRole('option', { name: 'Low' }).click()
  await page
    .getByRole('textbox', { name: 'Title of a new task', exact: true })
    .fill('Ask the neighbours about the parking space')
  await page.keyboard.press('Enter')
  await page.getByText('Offline – 2 changes wait').waitFor()
  await picture(page, 'offline')
  await open()
  await picture(page, 'offline-waiting')
  await page.keyboard.press('Escape')
  await demo.call(updateTask, { taskId, importance: 'High', title: 'Have a sign painted' })
  await person.setOffline(false)
  await page.getByText('2 changes need you').waitFor()
  await open()
  await picture(page, 'offline-asked')
  await page.close()
}

/** A page that keeps a stream open is never without traffic: it is drawn when nothing has changed for a while. */
async function isDrawn(page: Page): Promise<void> {
  for (let before = ''; ; ) {
    const now = await page.locator('body').innerHTML()
    if (now === before) return
    before = now
    await page.waitForTimeout(250)
  }
}

async function picture(page: Page, name: string, section?: string): Promise<void> {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: width === 375 ? 740 : 900 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await isDrawn(page)
      if (section) await page.locator(section).evaluate((element) => element.scrollIntoView())
      await page.screenshot({ path: join(String(folder), `${name}-${width}-${colorScheme}.png`) })
    }
  }
  await page.setViewportSize({ width: 1280, height: 900 })
  process.stdout.write(`${name} `)
}

async function addPeople(demo: Client): Promise<void> {
  const [account] = (await demo.call(getAccount, {})).data
  const run = promisify(execFile)
  for (const [first, last] of [
    ['Ben', 'Birch'],
    ['Cleo', 'Cedar'],
    ['Dan', 'Dogwood'],
    ['Eve', 'Elm'],
  ]) {
    const options = {
      account: String(account?.id),
      email: `${String(first).toLowerCase()}@example.com`,
      'first-name': String(first),
      'last-name': String(last),
      role: 'regular',
      password: 'a pond full of frogs',
    }
    const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
    const environment = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' }
    await run(process.execPath, [join(import.meta.dirname, '../server/cli/main.ts'), 'user', 'create', ...given], {
      env: environment,
    })
  }
}

/** Assignees, statuses, fields, files, comments and time where the demo content has none. */
async function addWork(demo: Client) {
  const people = (await demo.call(queryContacts, { deleted: false })).data.filter(({ type }) => type === 'Person')
  const [space] = (await demo.call(querySpaces, {})).data.filter(({ accessType }) => accessType !== 'Personal')
  const tasks = (await demo.call(queryTasks, { spaceId: String(space?.id), descendants: true, fields: ['parentIds'] }))
    .data
  const [first] = tasks
  const projectId = String(first?.parentIds?.[0])
  const [points] = (await demo.call(createCustomField, { title: 'Points', type: 'Numeric' })).data
  const [stage] = (
    await demo.call(createCustomField, {
      title: 'Stage',
      type: 'DropDown',
      settings: { values: ['Idea', 'Plan', 'Build'] },
    })
  ).data
  for (const [at, task] of tasks.entries()) {
    const who = [
      people[at % people.length]?.id ?? '',
      ...(at % 3 === 0 ? [people[(at + 1) % people.length]?.id ?? ''] : []),
    ]
    const customFields = [
      { id: String(points?.id), value: String((at * 3) % 13) },
      { id: String(stage?.id), value: ['Idea', 'Plan', 'Build'][at % 3] as string },
    ]
    await demo.call(updateTask, { taskId: task.id, addResponsibles: [...new Set(who)], customFields })
  }
  const taskId = String(tasks.find(({ dates }) => dates.due)?.id)
  const description =
    '<h2>What it is about</h2><p>A short list of what has to be there on the <b>first day</b>:</p><ul><li>A till</li><li>Two people who know it</li></ul><table><tbody><tr><th>What</th><th>Where</th></tr><tr><td>Till</td><td>By the door</td></tr></tbody></table>'
  await demo.call(updateTask, { taskId, description })
  for (const text of ['Shall we take the used one? It has a warranty.', 'Yes. I will fetch it on Monday.'])
    await demo.call(createComment, { taskId, text })
  for (const title of ['Ask two shops', 'Compare the offers', 'Sign'])
    await demo.call(createTask, { folderId: projectId, title, superTasks: [taskId] })
  const picture = await browser.newPage({ viewport: { width: 640, height: 360 } })
  await picture.setContent(
    '<body style="background:#cde;font:40px sans-serif;display:grid;place-items:center">Floor plan',
  )
  const content = new Blob([new Uint8Array(await picture.screenshot())])
  const [plan] = (await demo.upload(createAttachment, { taskId }, { name: 'plan.png', content })).data
  await picture.close()
  await addApprovals(
    demo,
    taskId,
    people.map(({ id }) => id),
    String(plan?.id),
  )
  const trackedDate = new Date().toISOString().slice(0, 10)
  await demo.call(createTimelog, { taskId, hours: 1.5, trackedDate, comment: 'Two shops' })
  const bareTaskId = String(
    (await demo.call(createTask, { folderId: projectId, title: 'Think about opening hours' })).data[0]?.id,
  )
  const emptyId = String((await demo.call(createFolder, { folderId: String(space?.id), title: 'Ideas' })).data[0]?.id)
  return { projectId, taskId, bareTaskId, emptyId }
}

/** One that was rejected, and one that waits for several, the first of them too. */
async function addApprovals(demo: Client, taskId: string, people: readonly string[], fileId: string): Promise<void> {
  const me = String((await demo.call(queryContacts, { me: true })).data[0]?.id)
  const others = people.filter((id) => id !== me)
  const [first] = (await demo.call(createApproval, { taskId, approvers: [me], attachments: [fileId] })).data
  const comment = 'The till has to stand where one sees the door.'
  await demo.call(decideApproval, { approvalId: String(first?.id), status: 'Rejected', comment })
  const description = 'The plan with the till by the door. Is there room enough for the queue?'
  const dueDate = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)
  const approvers = [me, ...others.slice(0, 2)]
  await demo.call(createApproval, { taskId, approvers, description, dueDate, attachments: [fileId] })
}
