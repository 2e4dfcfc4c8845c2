import { fault } from '#console/fault-page.ts'
import type { PersonalVisit } from '#console/visit.ts'
import { allScopes } from '#contract/scopes.ts'
import { breadcrumbs, facts, notice, tag } from '#design/components.ts'
import { formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page } from '#design/page.ts'
import { permissionSentences } from '#oauth/consent-screen.ts'
import type { OwnAccount } from './account-path.ts'
import { blockedBy, type Given, givenAccess, namesOf, webhooksIn } from './given-access.ts'
import { lastUse } from './overview.ts'

/** What one application may do in an account, for whom, and how to end that. */
export async function applicationPage(visit: PersonalVisit, account: OwnAccount): Promise<Page> {
  const { database, params } = visit
  const clientId = params.clientId === 'none' ? null : (params.clientId ?? '')
  const [given, webhooks, blocks] = await Promise.all([
    givenAccess(database, account.accountId, clientId),
    webhooksIn(database, account.accountId),
    blockedBy(database, account.accountId),
  ])
  const application = clientId === null ? undefined : (await namesOf(database, [clientId])).get(clientId)
  const block = blocks.find((one) => one.clientId === clientId)
  // Whoever is neither here nor in the directory is nobody's business.
  if (given.length === 0 && !block && !application?.slug)
    return fault('There is no such integration', 'It has no access in this account.', 404)
  const name = application?.name ?? 'Tokens of no application'
  const hooks = webhooks.get(clientId)
  return {
    title: `${name} in ${account.name}`,
    width: 'wide',
    body: html`${breadcrumbs([{ label: `Integrations of ${account.name}`, href: account.path }])}
<h1>${name} ${block && tag('Blocked', 'bad')}</h1>
${clientId === null && html`<p class="lead">Permanent tokens that were made on the server’s command line.</p>`}
${block && notice(html`<p>Blocked by ${block.firstName} ${block.lastName}, ${moment(block.blockedAt)}. Nobody can allow it here, and no token of it works.</p>`, 'warn')}
<section class="card" aria-labelledby="facts"><h2 id="facts">In ${account.name}</h2>
${facts([
  ['People', new Set(given.map(({ personId }) => personId)).size],
  ['Use', lastUse(given)],
  ['Webhooks', hooks ? `${hooks.all}, ${hooks.active} of them active` : 'none'],
  ['Directory', application?.slug ? html`<a href="/integrations/${application.slug}">${name}</a>` : 'not listed'],
])}
${may(given)}</section>
${given.length > 0 && peopleSection(visit, account, clientId, given)}
${clientId !== null && blockSection(visit, account, { clientId, name, isBlocked: block !== undefined })}`,
  }
}

function may(given: readonly Given[]): Html | false {
  const sentences = permissionSentences(inOrder(given.flatMap(({ scopes }) => scopes)))
  if (sentences.length === 0) return false
  return html`<h3>What it may do</h3><ul class="permissions">${sentences.map((text) => html`<li>${text}</li>`)}</ul>`
}

function peopleSection(
  visit: PersonalVisit,
  { path }: OwnAccount,
  clientId: string | null,
  given: readonly Given[],
): Html {
  const action = `${path}/${clientId ?? 'none'}/revocation`
  const token = formTokenField(visit.formToken)
  return html`<section class="card" aria-labelledby="people"><h2 id="people">Who allowed it</h2>
<ul class="rows">${given.map(
    (one) => html`<li><div><p class="row-title">${nameOf(one)}</p>
<p class="quiet">${one.email} · ${how(one)} · ${one.lastUsedAt ? html`last used ${moment(one.lastUsedAt)}` : 'never used'}</p>
<details><summary>${one.scopes.length === 1 ? '1 scope' : `${one.scopes.length} scopes`}</summary>
<p>${inOrder(one.scopes).map((scope) => html`<code>${scope}</code> `)}</p></details>
${one.isElsewhere && html`<p class="hint">Given in another account for all accounts. Block it to keep it out of this one.</p>`}</div>
${
  !one.isElsewhere &&
  html`<form method="post" action="${action}">${token}<input type="hidden" name="person" value="${one.personId}">
<button class="secondary small" aria-label="Revoke for ${nameOf(one)}, ${one.tokenName || 'consent'}">Revoke</button></form>`
}</li>`,
  )}</ul>
<p class="hint">Revoking ends all that a person gave it here, consents and permanent tokens. They are told by mail.</p>
${
  given.some(({ isElsewhere }) => !isElsewhere) &&
  html`<form method="post" action="${action}">${token}<input type="hidden" name="person" value="all">
<div class="actions"><button class="secondary">Revoke for everybody</button></div></form>`
}</section>`
}

/** By what it was given, and since when. */
function how({ kind, tokenName, since, expiresAt }: Given): Html {
  const by = kind === 'consent' ? 'allowed by consent' : `permanent token “${tokenName}”`
  return html`${by} ${moment(since)}${expiresAt && html`, until ${moment(expiresAt)}`}`
}

const inOrder = (scopes: readonly string[]) => allScopes.filter((scope) => scopes.includes(scope))

const nameOf = ({ firstName, lastName, email }: Given) => `${firstName} ${lastName}`.trim() || email

function blockSection(
  { formToken }: PersonalVisit,
  account: OwnAccount,
  { clientId, name, isBlocked }: { clientId: string; name: string; isBlocked: boolean },
): Html {
  const path = `${account.path}/${clientId}`
  if (isBlocked)
    return html`<section class="card" aria-labelledby="block"><h2 id="block">Unblock</h2>
<form method="post" action="${path}/unblocking">${formTokenField(formToken)}
<p>People may allow ${name} again. What had ended stays ended.</p>
<div class="actions"><button class="secondary">Unblock ${name}</button></div></form></section>`
  return html`<section class="card danger" aria-labelledby="block"><h2 id="block">Block</h2>
<form method="post" action="${path}/blocking">${formTokenField(formToken)}
<p>All its access in ${account.name} ends at once, its webhooks stop, and nobody can allow it until it is unblocked.</p>
<div class="actions"><button class="harm">Block ${name}</button></div></form></section>`
}
