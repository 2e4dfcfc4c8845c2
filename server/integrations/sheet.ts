import { tag } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import { permissionSentences } from '#oauth/consent-screen.ts'
import { logoMark } from '#oauth/present-application.ts'
import { categories } from './listing/categories.ts'
import { plainText } from './listing/plain-text.ts'
import type { ListingText } from './listing/text.ts'

/** An integration as people see it. */
export interface Sheet extends ListingText {
  clientId: string
  logoVersion: string | null
  name: string
  /** The account it belongs to. */
  madeBy: string
}

/**
 * Shows an integration: in the directory, in the preview and to the reviewer alike.
 *
 * @param actions what stands below its name: how to connect it, or that this is a preview.
 * @param level of its name as a heading.
 */
export function sheet(shown: Sheet, actions: Html | undefined, level: 1 | 2 = 1): Html {
  const { name, tagline, description, category, madeBy, scopes } = shown
  const title = level === 1 ? html`<h1>${name}</h1>` : html`<h2>${name}</h2>`
  const sub = (id: string, text: string) =>
    level === 1 ? html`<h2 id="${id}">${text}</h2>` : html`<h3 id="${id}">${text}</h3>`
  return html`<article class="sheet">
<header>${logoMark(shown)}<div>${title}
<p class="lead">${tagline || 'No line about it yet'}</p>
<p class="quiet">${category && html`${tag(categories[category])} · `}by ${madeBy}</p></div></header>
${actions}
<div class="sheet-parts"><section class="prose-text" aria-label="Description">
${description === '' ? html`<p class="quiet">No description yet.</p>` : plainText(description)}</section>
<aside aria-label="Facts">
${sub('may', 'What it may do')}
${
  scopes.length === 0
    ? html`<p class="quiet">Nothing chosen yet.</p>`
    : html`<ul class="permissions">${permissionSentences(scopes).map((text) => html`<li>${text}</li>`)}</ul>
<p class="hint">It acts as you, and can do no more than you can.</p>`
}
${sub('more', 'More')}
<ul class="links">${linksOf(shown)}<li class="quiet">Run by ${madeBy}, not by this server</li></ul>
</aside></div></article>`
}

function linksOf({ website, support, privacyUrl }: Sheet): Html[] {
  const links: [label: string, address: string][] = [
    ['Website', website],
    ['Help', support.includes('@') && !support.includes('/') ? `mailto:${support}` : support],
    ['Privacy policy', privacyUrl],
  ]
  return links
    .filter(([, address]) => address !== '')
    .map(
      ([label, address]) =>
        html`<li><a href="${address}" rel="nofollow noopener noreferrer">${label}</a> <span class="quiet">${shortAddress(address)}</span></li>`,
    )
}

/** Where a link leads, so that nobody has to follow it to know. */
function shortAddress(address: string): string {
  return address.startsWith('mailto:') ? address.slice(7) : (URL.parse(address)?.host ?? address)
}
