import type { PersonalVisit } from '#console/visit.ts'
import { emptyState, tag } from '#design/components.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import type { OwnAccount } from './account-path.ts'
import { blockedBy, type Given, givenAccess, namesOf, webhooksIn } from './given-access.ts'

/** Every application that has access in an account, and those that are shut out. */
export async function overview({ database }: PersonalVisit, account: OwnAccount): Promise<Page> {
  const [given, webhooks, blocked] = await Promise.all([
    givenAccess(database, account.accountId),
    webhooksIn(database, account.accountId),
    blockedBy(database, account.accountId),
  ])
  const byApplication = Map.groupBy(given, ({ clientId }) => clientId)
  const names = await namesOf(
    database,
    [...byApplication.keys()].filter((clientId) => clientId !== null),
  )
  const nameOf = (clientId: string | null) => names.get(clientId ?? '')?.name ?? 'Tokens of no application'
  const rows = [...byApplication].sort(([one], [other]) => nameOf(one).localeCompare(nameOf(other)))
  return {
    title: `Integrations of ${account.name}`,
    width: 'wide',
    body: html`<p class="back"><a href="/profile">Your profile</a></p>
<h1>Integrations of ${account.name}</h1>
<p class="lead">Programs that work with this account because somebody in it allowed them. Each does only what that person may do.</p>
${rows.length === 0 && emptyState('None has access.', { label: 'See what there is', href: '/integrations' })}
${
  rows.length > 0 &&
  html`<ul class="rows">${rows.map(
    ([
      clientId,
      access,
    ]) => html`<li><div><a class="row-title" href="${account.path}/${clientId ?? 'none'}">${nameOf(clientId)}</a>
<p class="quiet">${summary(access, webhooks.get(clientId)?.all ?? 0)}</p></div></li>`,
  )}</ul>`
}
${
  blocked.length > 0 &&
  html`<section class="card" aria-labelledby="blocked"><h2 id="blocked">Blocked</h2>
<ul class="rows">${blocked.map(
    (
      one,
    ) => html`<li><div><a class="row-title" href="${account.path}/${one.clientId}">${one.name}</a> ${tag('Blocked', 'bad')}
<p class="quiet">by ${one.firstName} ${one.lastName}, ${moment(one.blockedAt)}</p></div></li>`,
  )}</ul></section>`
}`,
  }
}

/** @example '3 people · 2 webhooks · last used 25 Nov 2026, 09:00 UTC' */
function summary(access: readonly Given[], webhooks: number): Html {
  const people = new Set(access.map(({ personId }) => personId)).size
  return html`${count(people, 'person', 'people')}${webhooks > 0 && ` · ${count(webhooks, 'webhook', 'webhooks')}`} · ${lastUse(access)}`
}

const count = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`

/** When some access was last used. */
export function lastUse(access: readonly Pick<Given, 'lastUsedAt'>[]): Html {
  const times = access.flatMap(({ lastUsedAt }) => (lastUsedAt ? [lastUsedAt.getTime()] : []))
  return times.length === 0 ? html`never used` : html`last used ${moment(new Date(Math.max(...times)))}`
}
