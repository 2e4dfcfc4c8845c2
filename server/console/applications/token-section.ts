import { permanentTokenScopes } from '#contract/scopes.ts'
import { type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { PersonalVisit } from '../visit.ts'
import type { OwnApplication } from './own-applications.ts'

/** A person's permanent tokens of an application, and making one. */
export async function tokenSection(
  { database, person, form, formToken, formList }: PersonalVisit,
  { clientId, accountName }: OwnApplication,
  faults: Faults,
): Promise<Html> {
  const tokens = await database
    .selectFrom('access_token')
    .select(['token_hash', 'name', 'scopes', 'last_used_at', 'created_at', 'expires_at'])
    .where('client_id', '=', clientId)
    .where('person_id', '=', person.personId)
    .where('kind', '=', 'permanent')
    .orderBy('created_at', 'desc')
    .execute()
  const action = `/applications/${clientId}/tokens`
  const chosen = formList('scope')
  return html`<section class="card" aria-labelledby="tokens"><h2 id="tokens">Permanent tokens</h2>
<p>For scripts of your own: a token that works as you in ${accountName}, without a consent screen, until you revoke it.</p>
${
  tokens.length > 0 &&
  html`<ul class="rows">${tokens.map(
    (token) => html`<li><div><p class="row-title">${token.name}</p>
<p class="quiet">Made ${moment(token.created_at)} · ${token.last_used_at ? html`used ${moment(token.last_used_at)}` : 'never used'}
${token.expires_at && html` · until ${moment(token.expires_at)}`} · ${scopeSummary(token.scopes)}</p></div>
<form method="post" action="${action}/revocation">${formTokenField(formToken)}
<input type="hidden" name="token" value="${token.token_hash.toString('hex')}">
<button class="secondary small" aria-label="Revoke ${token.name}">Revoke</button></form></li>`,
  )}</ul>`
}
${faultSummary(faults, 'token')}
<form method="post" action="${action}">${formTokenField(formToken)}
${field({ name: 'token_name', label: 'What is it for?', value: form.token_name, scope: 'token' }, faults)}
${field({ name: 'expires_on', label: 'End date', type: 'date', value: form.expires_on, optional: true, scope: 'token' }, faults)}
<details ${chosen.length > 0 && html`open`}><summary>Choose scopes</summary>
<p class="hint">Without a choice it has all but the export of data.</p>
<div class="checks">${permanentTokenScopes.map(
    (scope) => html`<label class="choice"><input type="checkbox" name="scope" value="${scope}"
${chosen.includes(scope) && html`checked`}><span><code>${scope}</code></span></label>`,
  )}</div></details>
${field({ name: 'password', label: 'Your password', type: 'password', autocomplete: 'current-password', scope: 'token' }, faults)}
<div class="actions"><button>Make a token</button></div></form></section>`
}

function scopeSummary(scopes: string[]): string {
  if (scopes.length === permanentTokenScopes.length) return 'all scopes'
  return scopes.length > 3 ? `${scopes.length} scopes` : scopes.join(', ')
}
