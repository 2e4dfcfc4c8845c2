import { emptyState, tag } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import { logoMark } from '#oauth/present-application.ts'
import type { testedBy } from '../beta/testers.ts'
import { type Category, categories } from '../listing/categories.ts'
import type { Use } from './in-use.ts'
import type { Search, searchDirectory } from './queries.ts'

type Found = Awaited<ReturnType<typeof searchDirectory>>
type Betas = Awaited<ReturnType<typeof testedBy>>

/** The list of integrations, with its search and its categories. */
export function directoryBody(
  search: Search,
  { integrations, counts, hasMore }: Found,
  used: Map<string, Use>,
  betas: Betas,
): Html {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const isSearch = search.words !== '' || search.category !== ''
  return html`<h1>Integrations</h1>
<p class="lead">Programs of others that work with Taskwright. Each acts as you, does only what you allow, and can be taken back at
any time.</p>
${(all > 0 || isSearch) && searchForm(search)}
${all > 0 && categoryLinks(search, counts, all)}
${integrations.length === 0 && (isSearch ? emptyState('None fits.', { label: 'Show all', href: '/integrations' }) : emptyState('None is listed yet. Whoever makes one can list it.', { label: 'Your applications', href: '/applications' }))}
${
  integrations.length > 0 &&
  html`<ul class="tiles">${integrations.map(
    (one) => html`<li>${logoMark({ ...one, clientId: one.client_id })}<div>
<h2><a href="/integrations/${one.slug}">${one.name}</a></h2><p>${one.tagline}</p>
<p class="quiet">${one.account_name} ${used.has(one.client_id) && tag(used.get(one.client_id) === 'yours' ? 'You use it' : 'In use', 'good')}</p></div></li>`,
  )}</ul>`
}
${ways(search, hasMore)}
${betas.length > 0 && betaSection(betas)}`
}

/** What the person tests by invitation. */
function betaSection(betas: Betas): Html {
  return html`<section class="betas" aria-labelledby="beta"><h2 id="beta">Beta</h2>
<p class="quiet">You test these by invitation. Others do not see them.</p>
<ul class="tiles">${betas.map(
    (
      one,
    ) => html`<li>${logoMark({ ...one, clientId: one.client_id })}<div><h3><a href="/integrations/${one.client_id}">${one.name}</a></h3>
<p>${one.tagline}</p><p class="quiet">${one.account_name} ${tag('Beta', 'warn')}</p></div></li>`,
  )}</ul></section>`
}

function searchForm({ words, category }: Search): Html {
  return html`<form class="search" role="search" action="/integrations">
<label class="unseen" for="q">Search integrations</label><input id="q" name="q" type="search" value="${words}" placeholder="Search" maxlength="200">
${category !== '' && html`<input type="hidden" name="category" value="${category}">`}<button class="secondary">Search</button></form>`
}

/** Only categories in which there is something. */
function categoryLinks(search: Search, counts: ReadonlyMap<string, number>, all: number): Html {
  const link = (category: string, label: string, count: number) =>
    html`<li><a href="${addressOf({ ...search, category, page: 1 })}" ${search.category === category && html`aria-current="page"`}>${label} <span class="count">${count}</span></a></li>`
  const filled = (Object.keys(categories) as Category[]).filter((category) => counts.has(category))
  return html`<nav class="chips" aria-label="Categories"><ul>${link('', 'All', all)}${filled.map((category) =>
    link(category, categories[category], counts.get(category) ?? 0),
  )}</ul></nav>`
}

function ways(search: Search, hasMore: boolean): Html | false {
  const at = (page: number) => addressOf({ ...search, page })
  if (search.page === 1 && !hasMore) return false
  return html`<nav class="pager" aria-label="Pages">${search.page > 1 ? html`<a rel="prev" href="${at(search.page - 1)}">Back</a>` : html`<span></span>`}
${hasMore && html`<a rel="next" href="${at(search.page + 1)}">More</a>`}</nav>`
}

function addressOf({ words, category, page }: Search): string {
  const query = new URLSearchParams()
  if (words !== '') query.set('q', words)
  if (category !== '') query.set('category', category)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '/integrations' : `/integrations?${query}`
}
