import fc from 'fast-check'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  createComment,
  createSpace,
  createTask,
  getTasksByIds,
  queryAttachments,
  queryCommentsIn,
  updateTask,
} from '../../sdk/src/index.ts'
import { isAccessible } from '../../server/testing/good-page.ts'
import { somebody } from '../../server/testing/listed.ts'
import { desktop, hasChromium, phone, startWorkApp, type WorkApp } from './start-work-app.ts'
import { anyText } from './texts.ts'

let app: WorkApp
let page: Page
let taskId: string
beforeAll(async () => {
  if (!hasChromium) return
  app = await startWorkApp()
  await somebody(app.server, 'Ben', { role: 'regular' })
  taskId = await app.make(createTask, { folderId: app.folderId, title: 'Plant the beans' })
  page = await app.open(`/task/${taskId}`)
})
afterAll(() => app?.close())

const read = async (id = taskId) => (await app.anna.call(getTasksByIds, { taskIds: [id] })).data[0]?.description ?? ''
const text = () => page.getByRole('textbox', { name: 'Description' })
const isFocused = (element: Element) => element === document.activeElement
/** So that a difference can be read. */
const parts = (html: string) => html.split(/(?=<(?:p|h\d|ul|ol|li|table|pre|blockquote|hr)\b)/)
/** Presses keys and types words, as hands do. */
const type = async (...keys: string[]) => {
  for (const key of keys)
    if (/^(Enter|Tab|Escape|End|Arrow\w+|(Control|Alt|Shift)\+.+)$/.test(key)) await page.keyboard.press(key)
    else await page.keyboard.type(key)
}
const edit = async () => {
  await page.getByRole('button', { name: 'Edit', exact: true }).press('Enter')
  await expect.poll(() => text().evaluate(isFocused)).toBe(true)
}
/** Goes to the beginning: the editor puts the cursor where it was once more, a moment after it got the focus. */
const toStart = () =>
  expect
    .poll(async () => {
      await type('Control+Home')
      return page.evaluate(() => {
        const [range, box] = [getSelection()?.getRangeAt(0), document.activeElement]
        return range && box
          ? `${range.startOffset} ${box.textContent?.indexOf(range.startContainer.textContent ?? '')}`
          : ''
      })
    })
    .toBe('0 0')
const paste = (html: string, file?: string) =>
  text().evaluate(
    (element, [copied, picture]) => {
      const data = new DataTransfer()
      if (copied) data.setData('text/html', copied)
      const bytes = Uint8Array.from(atob(picture ?? ''), (sign) => sign.charCodeAt(0))
      if (picture) data.items.add(new File([bytes], 'pond.png', { type: 'image/png' }))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    [html, file] as const,
  )
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

test.skipIf(!hasChromium)('a description of every kind is written with the keyboard alone', async () => {
  await page.getByRole('button', { name: 'Write a description' }).press('Enter')
  await expect.poll(() => text().evaluate(isFocused)).toBe(true)
  await type('## The plan', 'Enter', 'Some **bold** and *slanted* words', 'Enter')
  await type('- one', 'Enter', 'two', 'Enter', 'Enter', '[] water', 'Enter', 'soak', 'Enter', 'Enter', 'Control+k')
  await page.getByRole('textbox', { name: 'Address' }).waitFor()
  await type('example.org/beans', 'Tab', 'more of it', 'Enter')
  await expect.poll(() => text().evaluate((element) => element.contains(document.activeElement))).toBe(true)
  await type('Ask @Be')
  await page.getByRole('listbox', { name: 'People to mention' }).getByRole('option', { name: 'Ben' }).waitFor()
  await type('Enter', 'soon', 'Enter', 'Alt+F10', 'End')
  while ((await page.evaluate('document.activeElement.textContent')) !== 'Table') await type('ArrowLeft')
  await type('Enter')
  await page.getByRole('menuitem', { name: 'Insert a table' }).press('Enter')
  await text().getByRole('table').waitFor()
  await type('Sort', 'Tab', 'Days', 'Tab', 'Depth', 'Tab', 'Runner', 'Tab', '90')
  await isAccessible(page)
  await type('Escape')
  await page.getByRole('button', { name: 'Edit', exact: true }).waitFor()
  // A part of it may have been saved before; the rest goes when the writing ends.
  await expect.poll(() => read()).toContain('90')
  const [ben] = /rel="(\w+)"/.exec(await read())?.slice(1) ?? []
  const cells = (tag: string, ...words: string[]) =>
    `<tr>${words.map((word) => `<${tag}><p>${word}</p></${tag}>`).join('')}</tr>`
  expect(await read()).toBe(
    [
      '<h2>The plan</h2><p>Some <strong>bold</strong> and <em>slanted</em> words</p>',
      '<ul><li><p>one</p></li><li><p>two</p></li></ul>',
      '<ul><li><label><input type="checkbox" /></label><p>water</p></li><li><label><input type="checkbox" /></label><p>soak</p></li></ul>',
      `<p><a href="https://example.org/beans">more of it</a> Ask <a class="stream-user-id avatar" rel="${ben}">@Ben</a> soon</p>`,
      `<table><tbody>${cells('th', 'Sort', 'Days', 'Depth')}${cells('td', 'Runner', '90', '')}${cells('td', '', '', '')}</tbody></table>`,
    ].join(''),
  )
})

test.skipIf(!hasChromium)('an item of a checklist is ticked where it is read', async () => {
  await page.getByRole('checkbox', { name: 'soak' }).press('Space')
  await expect.poll(() => read()).toContain('<input type="checkbox" checked /></label><p>soak</p>')
  await expect.poll(() => page.getByRole('checkbox', { name: 'soak' }).evaluate(isFocused)).toBe(true)
  await isAccessible(page)
})

test.skipIf(!hasChromium)('an item that is ticked while the text is on its way takes nothing of it away', async () => {
  await edit()
  await type('Control+End', 'Enter', 'and mulch')
  let pass = () => {}
  const held = new Promise<void>((resolve) => (pass = resolve))
  await page.route('**/api/v4/tasks/*', async (route) => {
    if (route.request().method() === 'PUT') await held
    await route.continue()
  })
  await type('Escape')
  await page.getByRole('checkbox', { name: 'water' }).press('Space')
  expect(await page.getByRole('region', { name: 'Description' }).textContent()).toContain('and mulch')
  pass()
  await expect.poll(() => read()).toContain('<input type="checkbox" checked /></label><p>water</p>')
  expect(await read()).toContain('and mulch')
  await page.unroute('**/api/v4/tasks/*')
})

test.skipIf(!hasChromium)('a pasted picture becomes a file of the task, shown by the reader’s own access', async () => {
  await edit()
  await type('Control+End', 'Enter')
  await paste('', dot)
  await expect
    .poll(() => read())
    .toMatch(/<img src="[^"]*\/api\/v4\/attachments\/\w+\/download\/pond.png" alt="pond.png" \/>/)
  await type('Escape')
  const picture = page.getByRole('img', { name: 'pond.png' })
  await expect.poll(() => picture.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1)
  expect((await app.anna.call(queryAttachments, { taskId })).data).toMatchObject([{ name: 'pond.png', type: 'Wrike' }])
})

test.skipIf(!hasChromium)('what others write meanwhile is joined with what is being written', async () => {
  await app.anna.call(updateTask, { taskId, description: '<p>first</p><p>middle</p><p>last</p>' })
  await page.reload()
  await edit()
  await toStart()
  await type('my ')
  await app.anna.call(updateTask, { taskId, description: '<p>first</p><p>middle</p><p>last of Ben</p>' })
  await type('Escape')
  await expect.poll(() => read()).toBe('<p>my first</p><p>middle</p><p>last of Ben</p>')
})

test.skipIf(!hasChromium)(
  'what was typed without a connection is there after a reload, and is saved then',
  async () => {
    await edit()
    await page.context().setOffline(true)
    await type('Control+End', ' and kept')
    await page.getByText('Kept in this browser').waitFor()
    await page.route('**/api/v4/tasks/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    await page.context().setOffline(false)
    await page.reload()
    await page.getByRole('article').getByText('last of Ben and kept').waitFor()
    expect(await read()).not.toContain('and kept')
    await page.unroute('**/api/v4/tasks/*')
    await expect.poll(() => read()).toContain('last of Ben and kept')
  },
)

test.skipIf(!hasChromium)('texts of Word, of Google Docs and of pages come in clean', async () => {
  const word =
    '<html><style>p{color:red}</style><p class=MsoNormal style="color:red">Plain <b>words</b><o:p></o:p></p>' +
    '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·  </span>one</p>' +
    '<p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o  </span>below</p></html>'
  const docs =
    '<b style="font-weight:normal" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:700;color:#000">heavy</span>' +
    '<span style="font-style:italic"> slanted</span></p><ul><li role="checkbox" aria-checked="true"><p>done</p></li></ul></b>'
  const site =
    '<div onclick="x()"><h5>Small</h5><script>alert(1)</script><font color="red">red</font> <a href="javascript:x()">bad</a></div>'
  const id = await app.make(createTask, { folderId: app.folderId, title: 'Copied' })
  await page.goto(`${app.server.url}/work/task/${id}`)
  await page.getByRole('button', { name: 'Write a description' }).press('Enter')
  await text().waitFor()
  for (const html of [word, docs, site]) {
    await paste(html)
    await type('Control+End', 'Enter', 'Enter', ...(html === word ? ['Enter'] : []))
  }
  await type('Escape')
  await expect.poll(() => read(id)).toContain('bad')
  expect(await read(id)).toBe(
    '<p>Plain <strong>words</strong></p><ul><li><p>one</p><ul><li><p>below</p></li></ul></li></ul>' +
      '<p><strong>heavy</strong><em> slanted</em></p>' +
      '<ul><li><label><input type="checkbox" checked /></label><p>done</p></li></ul><h4>Small</h4><p>red bad</p>',
  )
})

test.skipIf(!hasChromium)('whatever the API keeps comes out of the editor as it went in', async () => {
  const blocks = fc.sample(anyText, { numRuns: 40, seed: 7 }).join('')
  const html = `<p>all</p>${blocks}`
  const id = await app.make(createTask, { folderId: app.folderId, title: 'Everything', description: html })
  expect(await read(id)).toBe(html)
  await page.goto(`${app.server.url}/work/task/${id}`)
  await edit()
  await toStart()
  await type('Not ', 'Escape')
  await expect.poll(() => read(id)).toContain('<p>Not all</p>')
  expect(parts(await read(id))).toEqual(parts(`<p>Not all</p>${blocks}`))
  await page.setViewportSize(phone)
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
  await isAccessible(page)
})

const comments = async () => (await app.anna.call(queryCommentsIn, { taskId })).data.toReversed()

test.skipIf(!hasChromium)(
  'comments are written, answered, changed and deleted with the keyboard; a draft stays',
  async () => {
    await page.setViewportSize(desktop)
    for (let count = 1; count <= 21; count++) await app.make(createComment, { taskId, text: `<p>Number ${count}</p>` })
    await page.goto(`${app.server.url}/work/task/${taskId}`)
    await page.getByRole('button', { name: 'Show 1 earlier comment' }).press('Enter')
    await page.getByText('Number 1', { exact: true }).waitFor()
    const field = page.getByRole('region', { name: 'Activity' }).getByRole('textbox', { name: 'Comment' })
    await page.getByRole('button', { name: 'Write a comment' }).press('Enter')
    await expect.poll(() => field.evaluate(isFocused)).toBe(true)
    await type('Soak them **first**')
    await page.reload()
    await field.getByText('first').waitFor()
    await field.focus()
    await type('Control+Enter')
    await page.getByRole('listitem').getByText('Soak them first').waitFor()
    expect((await comments()).at(-1)?.text).toBe('<p>Soak them <strong>first</strong></p>')

    const own = page.getByRole('listitem').filter({ hasText: 'Soak them first' })
    await own.getByRole('button', { name: 'More about the comment' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Reply' }).press('Enter')
    await expect.poll(() => field.evaluate(isFocused)).toBe(true)
    await type('how long?', 'Control+Enter')
    await expect
      .poll(async () => (await comments()).at(-1)?.text)
      .toMatch(
        /^<blockquote><p>Soak them <strong>first<\/strong><\/p><\/blockquote><p><a class="stream-user-id avatar" rel="\w+">@Anna Ash<\/a> how long\?<\/p>$/,
      )
    await isAccessible(page)

    const answer = page.getByRole('listitem').filter({ hasText: 'how long?' })
    await answer.getByRole('button', { name: 'More about the comment' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Edit' }).press('Enter')
    await expect.poll(() => field.evaluate(isFocused)).toBe(true)
    await type(' exactly', 'Control+Enter')
    await page.getByText('how long? exactly').waitFor()

    await answer.getByRole('button', { name: 'More about the comment' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Delete' }).press('Enter')
    await expect.poll(() => answer.count()).toBe(0)
    await type('Control+z')
    await answer.waitFor()
    expect(await comments()).toHaveLength(23)
  },
)

test.skipIf(!hasChromium)('a link leads to a comment, an old one too', async () => {
  const [first] = await comments()
  await page.goto(`${app.server.url}/work/task/${taskId}?comment=${first?.id}`)
  await expect.poll(() => page.getByText('Number 1', { exact: true }).isVisible()).toBe(true)
  await page.setViewportSize(phone)
  expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0)
})

test.skipIf(!hasChromium)(
  'whoever is mentioned and does not see the task is let in only if the writer says so',
  async () => {
    const space = await app.make(createSpace, { accessType: 'Private', title: 'Shed' })
    const id = await app.make(createTask, { folderId: space, title: 'Secret beans' })
    await page.setViewportSize(desktop)
    await page.goto(`${app.server.url}/work/task/${id}`)
    const shared = async () => (await app.anna.call(getTasksByIds, { taskIds: [id] })).data[0]?.sharedIds ?? []
    const before = await shared()
    const say = async (answer: string) => {
      await page.getByRole('button', { name: 'Write a comment' }).press('Enter')
      const field = page.getByRole('region', { name: 'Activity' }).getByRole('textbox', { name: 'Comment' })
      await expect.poll(() => field.evaluate(isFocused)).toBe(true)
      await type('Look @Be')
      await page.getByRole('listbox', { name: 'People to mention' }).getByText('Can’t see this').waitFor()
      await type('Enter')
      await page.getByText('Ben can’t see this task.').waitFor()
      await page.getByRole('button', { name: answer }).press('Enter')
      await expect.poll(() => field.evaluate(isFocused)).toBe(true)
      await type('Control+Enter')
      await page.getByRole('button', { name: 'Write a comment' }).waitFor()
    }
    await say('Write the name only')
    expect(await shared()).toEqual(before)
    await say('Mention, and share it with Ben')
    expect(await shared()).toHaveLength(before.length + 1)
  },
)
