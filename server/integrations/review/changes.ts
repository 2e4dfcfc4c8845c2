import { type Html, html } from '#design/html.ts'
import type { ListingText } from '../listing/text.ts'

type Named = ListingText & { name: string }

const labels: Record<keyof Named, string> = {
  name: 'Name',
  tagline: 'In a line',
  description: 'Description',
  category: 'Category',
  website: 'Website',
  support: 'Help',
  privacyUrl: 'Privacy policy',
  connectUrl: 'Where connecting starts',
  scopes: 'What it asks for',
}

/** What a new text changes in one that is listed. */
export function changesSection(before: Named, after: Named): Html {
  const said = (text: Named, key: keyof Named) =>
    (key === 'scopes' ? text.scopes.join(', ') : String(text[key])) || 'nothing'
  const changed = (Object.keys(labels) as (keyof Named)[]).filter((key) => said(before, key) !== said(after, key))
  return html`<section class="card" aria-labelledby="changes"><h2 id="changes">What is new</h2>
<p>The text that was approved stays in the directory until you approve this one.</p>
${
  changed.length === 0
    ? html`<p class="quiet">Nothing: it says the same.</p>`
    : html`<dl class="changes">${changed.map(
        (key) => html`<dt>${labels[key]}</dt><dd><del>${said(before, key)}</del> <ins>${said(after, key)}</ins></dd>`,
      )}</dl>`
}</section>`
}
