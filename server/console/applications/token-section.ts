import { emptyState } from '#design/components.ts'
import { type Faults, faultSummary, field, formTokenField, select } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { HeldToken } from '#oauth/permanent-tokens.ts'
import type { PersonalVisit } from '../visit.ts'
import { nameOf } from './notices.ts'
import type { OwnApplication } from './own-applications.ts'
import { scopeSummary } from './scope-summary.ts'

/** A person's own permanent tokens of an application. */
export function ownTokensSection(
  { formToken }: PersonalVisit,
  { clientId }: OwnApplication,
  tokens: readonly HeldToken[],
): Html {
  const action = `/applications/${clientId}/tokens`
  return html`<section class="card" aria-labelledby="tokens"><h2 id="tokens">Your permanent tokens</h2>
<p>For scripts of your own: a token works as you, without a consent screen, until you revoke it.</p>
${
  tokens.length === 0
    ? emptyState('None yet. Make the first one below.')
    : html`<ul class="rows">${tokens.map(
        (token) => html`<li><div><p class="row-title">${token.name}</p>
<p class="quiet">${token.accountName} · ${factsOf(token)}</p>
<details><summary>Rename</summary><form method="post" action="${action}/name">${formTokenField(formToken)}${hashField(token)}
${field({ name: 'token_name', label: 'What is it for?', value: token.name, scope: token.tokenHash.slice(0, 8) })}
<div class="actions"><button class="secondary small">Save the name</button></div></form></details></div>
<form method="post" action="${action}/revocation">${formTokenField(formToken)}${hashField(token)}
<button class="secondary small" aria-label="Revoke ${token.name}">Revoke</button></form></li>`,
      )}</ul>`
}</section>`
}

/** For admins of an account: the tokens that others of it hold. Never the tokens themselves. */
export function othersTokensSection(
  { formToken }: PersonalVisit,
  { clientId, accountName }: OwnApplication,
  tokens: readonly HeldToken[],
): Html {
  return html`<section class="card" aria-labelledby="others"><h2 id="others">Permanent tokens of others in ${accountName}</h2>
<p class="quiet">You see them because you are an admin of ${accountName}.</p>
<ul class="rows">${tokens.map(
    (token) => html`<li><div><p class="row-title">${token.name}</p>
<p class="quiet">${nameOf(token)} · ${token.email} · ${factsOf(token)}</p></div>
<form method="post" action="/applications/${clientId}/tokens/revocation">${formTokenField(formToken)}${hashField(token)}
<button class="secondary small" aria-label="Revoke ${token.name} of ${nameOf(token)}">Revoke</button></form></li>`,
  )}</ul></section>`
}

/** Making a permanent token: in which account, what for, until when, with which scopes. */
export function newTokenSection(
  { form, formToken, formList }: PersonalVisit,
  { clientId, accountId }: OwnApplication,
  { accounts, scopes }: { accounts: readonly { accountId: number; name: string }[]; scopes: readonly string[] },
  faults: Faults,
): Html {
  const chosen = formList('scope')
  if (accounts.length === 0)
    return html`<section class="card"><h2>Make a token</h2><p>You are in no account that a token could work in.</p></section>`
  return html`<section class="card" aria-labelledby="new-token"><h2 id="new-token">Make a token</h2>
${faultSummary(faults, 'token')}
<form method="post" action="/applications/${clientId}/tokens">${formTokenField(formToken)}
${field({ name: 'token_name', label: 'What is it for?', value: form.token_name, scope: 'token' }, faults)}
${
  accounts.length > 1 &&
  select(
    { name: 'account', label: 'Account', value: form.account ?? String(accountId), scope: 'token' },
    accounts.map((one) => ({ value: String(one.accountId), label: one.name })),
    faults,
  )
}
${field({ name: 'expires_on', label: 'End date', type: 'date', value: form.expires_on, optional: true, scope: 'token' }, faults)}
<details ${chosen.length > 0 && html`open`}><summary>Choose scopes</summary>
<p class="hint">Without a choice it has all but the export of data.</p>
<div class="checks">${scopes.map(
    (scope) => html`<label class="choice"><input type="checkbox" name="scope" value="${scope}"
${chosen.includes(scope) && html`checked`}><span><code>${scope}</code></span></label>`,
  )}</div></details>
${field({ name: 'password', label: 'Your password', type: 'password', autocomplete: 'current-password', scope: 'token' }, faults)}
<div class="actions"><button>Make a token</button></div></form></section>`
}

function factsOf({ createdAt, lastUsedAt, expiresAt, scopes }: HeldToken): Html {
  return html`${scopeSummary(scopes)} · made ${moment(createdAt)} · ${lastUsedAt ? html`used ${moment(lastUsedAt)}` : 'never used'}${
    expiresAt && html` · until ${moment(expiresAt)}`
  }`
}

const hashField = ({ tokenHash }: HeldToken): Html => html`<input type="hidden" name="token" value="${tokenHash}">`
