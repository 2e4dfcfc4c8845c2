import { emptyState, table } from '#design/components.ts'
import { field } from '#design/fields.ts'
import { html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import type { Browser } from '../browser.ts'
import type { PersonalVisit } from '../visit.ts'
import { serverFrame } from './frame.ts'
import { readPosition, readSearch } from './list-position.ts'
import { ofServer } from './owner-path.ts'
import { type ListedPerson, listPeople } from './people-query.ts'
import { personAction } from './person-actions.ts'
import { ofPerson, personPage } from './person-page.ts'
import { signInTag } from './sign-in-tag.ts'

const shown = 50

/** People of the server: their sign-in, never what is in their accounts. */
export function peoplePages(pages: Browser): void {
  pages.readSignedIn('/server/people', ofServer(peopleList))
  pages.readSignedIn('/server/people/:personId', ofPerson(personPage))
  for (const form of ['confirmation', 'reset', 'sessions'] as const)
    pages.sendSignedIn(`/server/people/:personId/${form}`, ofPerson(personAction(form)))
}

async function peopleList({ database, query }: PersonalVisit): Promise<Page> {
  const search = readSearch(query.search)
  const after = readPosition(query.after)
  const { people, next } = await listPeople(database, { search, after }, shown)
  const address = (more: Record<string, string>) => `/server/people?${new URLSearchParams({ search, ...more })}`
  return serverFrame(
    'people',
    html`<form method="get" action="/server/people" class="filter" role="search" aria-label="People">
${field({ name: 'search', label: 'Part of the address', value: search, optional: true })}
<div class="actions"><button>Show</button></div></form>
${
  people.length === 0
    ? emptyState('Nobody has such an address.', { label: 'Show all', href: '/server/people' })
    : html`<section class="card">${table('People', columns, people)}</section>`
}
${
  (after || next) &&
  html`<nav class="pager" aria-label="Pages">${after ? html`<a href="${address({})}">First page</a>` : html`<span></span>`}
${next && html`<a rel="next" href="${address({ after: next })}">Next page</a>`}</nav>`
}`,
  )
}

const columns = [
  {
    label: 'Address',
    value: ({ person_id, email }: ListedPerson) =>
      html`<a class="row-title" href="/server/people/${person_id}">${email}</a>`,
  },
  { label: 'Sign-in', value: signInTag },
  { label: 'Known since', value: ({ created_at }: ListedPerson) => moment(created_at) },
  { label: 'Last seen', value: ({ seen_at }: ListedPerson) => (seen_at ? moment(seen_at) : 'Not signed in') },
]
