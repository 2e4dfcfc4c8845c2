import { emptyState, table, tag } from '#design/components.ts'
import { field, select } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import type { PersonalVisit } from '../visit.ts'
import { type ApplicationFilter, isOrder, type ListedApplication, listApplications } from './applications-query.ts'
import { serverFrame } from './frame.ts'
import { readPosition, readSearch } from './list-position.ts'

const shown = 50
const states = { all: 'All', active: 'Active', suspended: 'Suspended', limited: 'With a limit of its own' } as const
const orderWords = { newest: 'Newest first', used: 'Last used first', name: 'Name' } as const

/** All applications of the server: searched, sorted, page by page. */
export async function applicationsList({ database, query }: PersonalVisit): Promise<Page> {
  const filter: ApplicationFilter = {
    search: readSearch(query.search),
    state: query.state && query.state in states ? (query.state as keyof typeof states) : 'all',
    order: isOrder(query.order) ? query.order : 'newest',
    after: readPosition(query.after),
  }
  const { applications, next } = await listApplications(database, filter, shown)
  return serverFrame(
    'applications',
    html`${filterForm(filter)}
${
  applications.length === 0
    ? emptyState('No application is like that.', { label: 'Show all', href: '/server/applications' })
    : html`<section class="card">${table('Applications', columns, applications)}</section>`
}
${ways(filter, next)}`,
  )
}

const columns = [
  {
    label: 'Application',
    value: (row: ListedApplication) =>
      html`<a class="row-title" href="/server/applications/${row.client_id}">${row.name}</a><br><code>${row.client_id}</code>`,
  },
  {
    label: 'Owner',
    value: (row: ListedApplication) => html`${row.owners.join(', ')}<br><span class="quiet">${row.account_name}</span>`,
  },
  { label: 'State', value: stateOf },
  { label: 'Consents', value: (row: ListedApplication) => row.grants ?? 0, numeric: true },
  {
    label: 'Last used',
    value: (row: ListedApplication) => (row.last_used_at ? moment(row.last_used_at) : 'Never'),
  },
]

function stateOf({ suspended_at, requests_per_minute }: ListedApplication): Html {
  return html`${suspended_at ? tag('Suspended', 'bad') : tag('Active', 'good')} ${requests_per_minute !== null && tag('Own limit')}`
}

function filterForm({ search, state, order }: ApplicationFilter): Html {
  const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))
  return html`<form method="get" action="/server/applications" class="filter" role="search" aria-label="Applications">
${field({ name: 'search', label: 'Name, id, address, account', value: search, optional: true })}
${select({ name: 'state', label: 'State', value: state }, choices(states))}
${select({ name: 'order', label: 'Order', value: order }, choices(orderWords))}
<div class="actions"><button>Show</button></div></form>`
}

/** Pages of a list only lead on, and back to its beginning. */
function ways({ search, state, order, after }: ApplicationFilter, next: string | undefined): Html | undefined {
  const address = (more: Record<string, string>) =>
    `/server/applications?${new URLSearchParams({ search, state, order, ...more })}`
  if (!after && !next) return undefined
  return html`<nav class="pager" aria-label="Pages">${after ? html`<a href="${address({})}">First page</a>` : html`<span></span>`}
${next && html`<a rel="next" href="${address({ after: next })}">Next page</a>`}</nav>`
}
