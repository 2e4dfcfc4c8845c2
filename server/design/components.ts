import { type Html, html } from './html.ts'

/** How a thing stands: 'good' and 'bad' are also told in words, never by colour alone. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad'

/** A short mark beside a name: a state, a kind. */
export function tag(text: string, tone: Tone = 'plain'): Html {
  return html`<span class="tag ${tone !== 'plain' && tone}">${text}</span>`
}

/** Something the reader should know before they go on. A 'bad' one is read out at once. */
export function notice(body: Html | string, tone: Tone = 'plain'): Html {
  return html`<div class="notice ${tone === 'bad' ? 'error' : tone === 'warn' && 'warn'}" ${tone === 'bad' && html`role="alert"`}>${
    typeof body === 'string' ? html`<p>${body}</p>` : body
  }</div>`
}

/** What stands where a list would be, and what to do first. */
export function emptyState(text: string, action?: { label: string; href: string }): Html {
  return html`<div class="empty"><p>${text}</p>${action && html`<p><a href="${action.href}">${action.label}</a></p>`}</div>`
}

/** Names and values in two columns; one below the other on a phone. */
export function facts(entries: readonly (readonly [name: string, value: Html | string | number | undefined])[]): Html {
  return html`<dl class="facts">${entries
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** A column of a {@link table}. */
export interface Column<Row> {
  label: string
  value(row: Row): Html | string | number | undefined
  /** Numbers stand at the right, below one another. */
  numeric?: boolean
}

/** A table that scrolls by itself where it is wider than its place; `caption` says to all what it lists. */
export function table<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): Html {
  const cell = ({ numeric }: Column<Row>) => numeric && html`class="numeric"`
  return html`<div class="table" role="region" aria-label="${caption}" tabindex="0"><table><caption class="unseen">${caption}</caption>
<thead><tr>${columns.map((column) => html`<th scope="col" ${cell(column)}>${column.label}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${columns.map((column) => html`<td ${cell(column)}>${column.value(row)}</td>`)}</tr>`,
  )}</tbody></table></div>`
}

/** The ways to the neighbouring pages of a list; nothing where there is only one page. */
export function pager({ newer, older }: { newer?: string | undefined; older?: string | undefined }): Html | undefined {
  if (!newer && !older) return undefined
  return html`<nav class="pager" aria-label="Pages">${newer ? html`<a rel="prev" href="${newer}">Newer</a>` : html`<span></span>`}
${older && html`<a rel="next" href="${older}">Older</a>`}</nav>`
}

/** How much of a limit is used, as a bar and in words. */
export function meter({ label, value, most }: { label: string; value: number; most: number }): Html {
  return html`<div class="meter"><p><span>${label}</span> <span class="count">${value} of ${most}</span></p>
<meter min="0" max="${most}" high="${most * 0.8}" optimum="0" value="${Math.min(value, most)}" aria-label="${label}">${value} of ${most}</meter></div>`
}

/** A piece of code or data; with {@link copyScript} on the page it has a button that copies it. */
export function codeBlock(text: string, what: string): Html {
  return html`<div class="code"><pre tabindex="0"><code data-copy="${what}">${text}</code></pre></div>`
}

/** The way up from a page: its ancestors, the nearest last. */
export function breadcrumbs(ancestors: readonly { label: string; href: string }[]): Html {
  return html`<nav class="back" aria-label="Breadcrumbs"><ol>${ancestors.map(
    ({ label, href }) => html`<li><a href="${href}">${label}</a></li>`,
  )}</ol></nav>`
}
