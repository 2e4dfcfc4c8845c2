import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createComment, createFolder, createTask } from '../../sdk/src/index.ts'
import { hasChromium, startWorkApp, type WorkApp } from './start-work-app.ts'

/**
 * Every text comes from `words`, so that it can be translated. The app is drawn with all of them in marks; what stands there
 * without is of people (marked with ◇ here), of the server, a number or a date, or was forgotten.
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
  page = await app.open('/')
  await page.evaluate("localStorage.language = 'x-marked'")
})
afterAll(() => app?.close())

/** What the server names, beside what people write: people, places, statuses; and what react-aria brings in all languages. */
const ofTheServer =
  /^(Taskwright|Anna Ash|Anna|Garden|Pond|Personal|Acme|Ctrl K|New|Completed|In Progress|On Hold|Cancelled|Default Workflow|UTC|Collapse|Expand|IE[A-Z0-9]+)$/

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
    /\b(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b(AM|PM|ago|now|today|yesterday|tomorrow|secs?|mins?|hrs?)\b/gi
  return [...new Set(left)].filter(
    (text) => /\p{L}{2}/u.test(text.replace(dated, '')) && !text.includes('◇') && !ofTheServer.test(text),
  )
}

/** Pages, and what shows that one is there. */
const pages: Record<string, () => { address: string; shows: string }> = {
  start: () => ({ address: '/', shows: 'Garden' }),
  list: () => ({ address: `/folder/${projectId}`, shows: '◇ Task' }),
  board: () => ({ address: `/folder/${projectId}?kind=Board`, shows: '◇ Task' }),
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
    expect(await forgotten()).toEqual([])
  })
