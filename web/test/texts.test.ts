import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createApproval,
  createComment,
  createFolder,
  createTask,
  decideApproval,
  queryContacts,
} from '../../sdk/src/index.ts'
import { hasChromium, startWorkApp, type WorkApp } from './start-work-app.ts'

/**
 * Every text comes from `words`, so that it can be translated. The app is drawn with all of them in marks; what stands there
 * without was written by people (marked with ◇ here, or named in an answer of the server), is a number or a date, or was forgotten.
 */
let app: WorkApp
let page: Page
let taskId: string
let projectId: string
beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  projectId = await app.make(createFolder, { folderId: app.spaceId, title: '◇ Project', project: {} })
  const dates = { start: '2026-03-02', due: '2026-03-06' }
  taskId = await app.make(createTask, { folderId: projectId, title: '◇ Task', description: '◇ Text', dates })
  await app.make(createComment, { taskId, text: '◇ Comment' })
  const me = (await app.anna.call(queryContacts, { me: true })).data[0]?.id as string
  const asked = { taskId, description: '◇ Plan', approvers: [me], dueDate: '2026-03-01' }
  const approvalId = await app.make(createApproval, asked)
  await app.anna.call(decideApproval, { approvalId, status: 'Rejected', comment: '◇ Why' })
  await app.make(createApproval, asked)
  page = await app.open('/')
  page.on('request', (request) => isRead(request) && underWay.add(request))
  page.on('requestfailed', (request) => underWay.delete(request))
  page.on('requestfinished', (request) => void learn(request))
  await page.evaluate("localStorage.language = 'x-marked'")
})
afterAll(() => app?.close())

/** The name of the app, a zone, keys, ids; and what react-aria brings in all languages. */
const ofNoLanguage = /^(Taskwright|UTC|Ctrl K|Collapse|Expand|IE[A-Z0-9]+)$/

/** What was named elsewhere: people, places, statuses, roles, what the log tells of them. Of answers, what stands under such a member. */
const named = new Set<string>()
const namesMember = /^(title|name|objectName|details|firstName|lastName|email|description)$/
function learnNames(value: unknown, member = ''): void {
  if (typeof value === 'string' && namesMember.test(member)) named.add(value.trim())
  if (typeof value !== 'object' || value === null) return
  const { firstName, lastName } = value as Record<string, unknown>
  if (firstName) named.add(`${firstName} ${lastName ?? ''}`.trim())
  for (const [name, inner] of Object.entries(value))
    learnNames(inner, Array.isArray(value) || member === 'details' ? member : name)
}

/** Answers that are not there yet, or not yet looked through for names. */
const underWay = new Set<Request>()
const isRead = (request: Request): boolean =>
  new URL(request.url()).pathname.startsWith('/api/') && !request.url().endsWith('/changes/stream')
async function learn(request: Request): Promise<void> {
  if (!underWay.has(request)) return
  const answer = await request.response()
  learnNames(await answer?.json().catch(() => undefined))
  underWay.delete(request)
}

/** Waits until all that the page reads is there, and is drawn. */
async function settled(): Promise<void> {
  do {
    await expect.poll(() => underWay.size).toBe(0)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  } while (underWay.size > 0)
}

/** What is left without texts in marks, which may have others in them. */
function outOfMarks(text: string): string {
  const less = text.replace(/⟦[^⟦⟧]*⟧/g, '')
  return less === text ? text : outOfMarks(less)
}

/** Texts that are seen or read out and stand in no marks. Dates and numbers are written by Intl. */
async function forgotten(): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement
      if (!parent?.checkVisibility() || parent.closest('script, style, noscript, mark, .avatar')) continue
      // A text may be made of several nodes, marks at its ends: its element is looked at as a whole.
      const text = node.textContent ?? ''
      const whole = parent.textContent ?? ''
      if (!/⟦[^⟧]*$/.test(whole.slice(0, whole.indexOf(text)))) found.push(text)
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]'))
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) found.push(element.getAttribute(name) ?? '')
    return found
  })
  const left = texts.map((text) => outOfMarks(text).trim())
  const dated =
    /\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b(AM|PM|ago|now|today|yesterday|tomorrow|secs?|mins?|hrs?|bytes?|[kMGT]B)\b/gi
  return [...new Set(left)].filter(
    (text) =>
      /\p{L}{2}/u.test(text.replace(dated, '')) && !text.includes('◇') && !named.has(text) && !ofNoLanguage.test(text),
  )
}

/** Pages, and what shows that one is there. */
const pages: Record<string, () => { address: string; shows: string }> = {
  start: () => ({ address: '/', shows: 'Garden' }),
  list: () => ({ address: `/folder/${projectId}`, shows: '◇ Task' }),
  board: () => ({ address: `/folder/${projectId}?kind=Board`, shows: '◇ Task' }),
  table: () => ({ address: `/folder/${projectId}?kind=Table`, shows: '◇ Task' }),
  gantt: () => ({ address: `/folder/${projectId}?kind=Gantt`, shows: '◇ Task' }),
  calendar: () => ({ address: `/folder/${projectId}?kind=Calendar`, shows: '⟦' }),
  task: () => ({ address: `/task/${taskId}`, shows: '◇ Comment' }),
  inbox: () => ({ address: '/inbox', shows: '⟦' }),
  search: () => ({ address: '/search?text=Task', shows: '◇ Task' }),
  import: () => ({ address: `/import?folder=${projectId}`, shows: '◇ Project' }),
  ...Object.fromEntries(
    ['people', 'groups', 'roles', 'workflows', 'fields', 'schedules', 'plan', 'audit', 'settings', 'invitations'].map(
      (name) => [`admin ${name}`, () => ({ address: `/admin/${name}`, shows: '⟦' })],
    ),
  ),
}

for (const [name, at] of Object.entries(pages))
  test.skipIf(!hasChromium)(`every text of the page ${name} can be translated`, async () => {
    const { address, shows } = at()
    await page.goto(`${app.server.url}/work${address}`)
    await page.getByRole('main').getByText(shows).first().waitFor()
    await settled()
    expect(await forgotten()).toEqual([])
  })
