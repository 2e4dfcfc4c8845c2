import type { FastifyInstance } from 'fastify'
import { breadcrumbs, codeBlock, emptyState, facts, meter, notice, pager, table, tag } from './components.ts'
import { copyScript } from './copy.ts'
import { area, checkbox, checkboxes, faultSummary, field, select } from './fields.ts'
import { type Html, html } from './html.ts'
import { moment } from './moment.ts'
import { renderPage } from './page.ts'

const colours = ['ground', 'surface', 'soft', 'line', 'control', 'quiet', 'ink', 'accent', 'warn', 'alarm'] as const
const spaces = ['1', '2', '3', '4', '6', '8'] as const

/** The page `/design`: every token and component as it is, for who builds pages. It has no data and needs nobody to sign in. */
export function designPage(app: FastifyInstance): void {
  const page = renderPage(
    { title: 'Design', width: 'wide', scripts: [copyScript], body: html`${intro}${tokens}${components.map(shown)}` },
    undefined,
  )
  app.get('/design', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
}

const intro = html`<h1>Design</h1>
<p class="lead">What all pages are made of. Every colour comes in light and dark; every component works with the keyboard, is read
out in full, and fits a phone.</p>`

const tokens = html`<section class="card" aria-labelledby="tokens"><h2 id="tokens">Tokens</h2>
<h3>Colours</h3><ul class="swatches">${colours.map(
  (name) => html`<li><span class="swatch ${name}" aria-hidden="true"></span><code>--${name}</code></li>`,
)}</ul>
<h3>Space</h3><ul class="swatches">${spaces.map(
  (name) => html`<li><span class="space s${name}" aria-hidden="true"></span><code>--space-${name}</code></li>`,
)}</ul>
<h3>Type</h3><p class="lead">Lead: what a page is for, in a sentence.</p><p>Text: 16 px on 25, the system’s own face.</p>
<p class="quiet">Quiet: what may be overlooked.</p><p><code>Code: ids, paths, values.</code></p></section>`

interface Component {
  name: string
  use: string
  example: Html
}

const faults = { address: 'Give a complete email address' }

const components: readonly Component[] = [
  {
    name: 'Button',
    use: 'One main button a form; the second in line is quiet; harm is red and says what it ends.',
    example: html`<div class="actions"><button type="button">Save</button><button type="button" class="secondary">Try it</button>
<button type="button" class="harm">Delete the application</button><button type="button" disabled>Wait</button><a class="button secondary small" href="#button">A small link</a></div>`,
  },
  {
    name: 'Field',
    use: 'A label above, a hint before the input, a fault in words. The summary above the form leads to each fault.',
    example: html`${faultSummary(faults)}
${field({ name: 'name', label: 'Name', hint: 'People see it on the consent screen.', optional: true })}
${field({ name: 'address', label: 'Email address', type: 'email', value: 'anna@' }, faults)}
${area({ name: 'words', label: 'Description', optional: true })}`,
  },
  {
    name: 'Choice',
    use: 'One of many: a list. Several: boxes. Yes or no: one box whose words say what yes means.',
    example: html`${select({ name: 'role', label: 'Role', value: 'editor' }, [
      { value: 'full', label: 'Full' },
      { value: 'editor', label: 'Editor' },
    ])}
${checkboxes(
  { name: 'scope', label: 'Scopes', optional: true },
  [
    { value: 'ro', label: 'wsReadOnly' },
    { value: 'rw', label: 'wsReadWrite' },
  ],
  ['ro'],
)}
${checkbox('overlap', 'The old secret works for another day', true)}`,
  },
  {
    name: 'Tag',
    use: 'A state in one word. Its colour repeats what the word says.',
    example: html`<p>${tag('Beta')} ${tag('Active', 'good')} ${tag('Deprecated', 'warn')} ${tag('Suspended', 'bad')}</p>`,
  },
  {
    name: 'Notice',
    use: 'What somebody has to know before they go on.',
    example: html`${notice('Copy the secret now. It is shown once.')}${notice('This operation goes away on 1 March.', 'warn')}
<div class="notice error"><p>The receiver did not answer.</p></div>`,
  },
  {
    name: 'Rows',
    use: 'Things with one action each.',
    example: html`<ul class="rows"><li><div><a class="row-title" href="#rows">Garden robot</a><p class="quiet">since ${moment(new Date(Date.UTC(2026, 10, 2, 9)))}</p></div>
<button type="button" class="secondary small">Revoke</button></li><li><div><a class="row-title" href="#rows">Watering can</a><p class="quiet">never used</p></div>
<button type="button" class="secondary small">Revoke</button></li></ul>`,
  },
  {
    name: 'Facts',
    use: 'Names and values of one thing.',
    example: facts([
      ['Client ID', html`<code>k2j9s7</code>`],
      ['State', tag('Active', 'good')],
      ['People', 3],
    ]),
  },
  {
    name: 'Table',
    use: 'Many things with the same facts. Wider than its place, it scrolls by itself.',
    example: table(
      'Requests',
      [
        { label: 'Method', value: (row) => row.method },
        { label: 'Path', value: (row) => html`<code>${row.path}</code>` },
        { label: 'Status', value: (row) => row.status, numeric: true },
        { label: 'ms', value: (row) => row.ms, numeric: true },
      ],
      [
        { method: 'GET', path: '/api/v4/tasks', status: 200, ms: 12 },
        { method: 'POST', path: '/api/v4/folders/IEAAAAAQI4AAAAAB/tasks', status: 201, ms: 31 },
      ],
    ),
  },
  {
    name: 'Meter',
    use: 'How much of a limit is used.',
    example: meter({ label: 'Requests this minute', value: 64, most: 100 }),
  },
  {
    name: 'Code',
    use: 'What people carry elsewhere, with a button that copies it.',
    example: codeBlock("curl -H 'Authorization: bearer …' /api/v4/contacts?me=true", 'the call'),
  },
  {
    name: 'Ways',
    use: 'Up, aside, and on: breadcrumbs, tabs, pages of a list.',
    example: html`${breadcrumbs([
      { label: 'Applications', href: '#ways' },
      { label: 'Garden robot', href: '#ways' },
    ])}
<nav class="tabs" aria-label="Example"><ul><li><a href="#ways" aria-current="page">Settings</a></li><li><a href="#ways">Requests</a></li></ul></nav>
${pager({ newer: '#ways', older: '#ways' })}`,
  },
  {
    name: 'Disclosure',
    use: 'What few people need, closed until asked for.',
    example: html`<details><summary>Choose scopes</summary><p class="hint">Without a choice it has all.</p></details>`,
  },
  {
    name: 'Empty',
    use: 'Where a list would be: why there is nothing, and the first step.',
    example: emptyState('No webhooks yet.', { label: 'How webhooks work', href: '#empty' }),
  },
]

const shown = ({ name, use, example }: Component): Html => {
  const id = name.toLowerCase()
  return html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${name}</h2><p class="quiet">${use}</p>
<div class="example">${example}</div></section>`
}
