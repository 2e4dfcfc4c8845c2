import { emptyState } from '#design/components.ts'
import { html } from '#design/html.ts'
import type { ReferencePage } from '../frame.ts'
import type { Entry } from './entry.ts'
import { rank } from './ranking.browser.js'

const most = 60

/** The hits for a query, for those without scripts and for those who want them all. */
export function searchPage(entries: readonly Entry[], query: string): ReferencePage {
  const found = rank(entries, query, most)
  return {
    title: query ? `Search: ${query.slice(0, 60)}` : 'Search',
    description: 'Search in guides, operations, parameters and models.',
    trail: [],
    query,
    body: html`<h1>Search</h1>
${query.trim() !== '' && found.length === 0 && emptyState('Nothing has all of these words. Try one word, a path, or the name of a parameter.')}
${found.length === most && html`<p class="quiet">The best ${most}. One more word finds less.</p>`}
<ul class="found">${found.map(
      ({
        title,
        address,
        kind,
        says,
        paths,
      }) => html`<li><p><a href="${address}">${title}</a> <span class="type">${kind}</span></p>
<p>${says}</p>${paths && html`<p class="limits">${paths.map((path) => html`<code>${path}</code> `)}</p>`}</li>`,
    )}</ul>`,
  }
}
