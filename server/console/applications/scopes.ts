import { allScopes, scopes as scopeTexts } from '#contract/scopes.ts'
import { type Faults, faultSummary, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { scopesAmong } from '#oauth/allowed-scopes.ts'
import { limitScopes } from '#oauth/limit-scopes.ts'
import type { Browser } from '../browser.ts'
import type { PersonalVisit } from '../visit.ts'
import { nameOf, tellDevelopers } from './notices.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofOwn } from './own-path.ts'
import { settingsPage } from './settings.ts'

/** What an application may ask people for. */
export function scopePages(pages: Browser): void {
  pages.sendSignedIn('/applications/:clientId/scopes', ofOwn(saveScopes))
}

async function saveScopes(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, form, person, services } = visit
  const { clientId, name, allowedScopes } = application
  const chosen = form.extent === 'all' ? null : scopesAmong(visit.formList('scope'))
  if (chosen?.length === 0) {
    const fault = 'Choose at least one scope. To stop the application, invalidate its credentials.'
    return settingsPage(visit, application, { scopes: { scope: fault } })
  }
  await limitScopes(database, clientId, chosen, person.personId)
  if (chosen?.join() !== allowedScopes?.join())
    await tellDevelopers(services, application, {
      subject: `${name} may ask for other scopes`,
      paragraphs: [
        `${nameOf(person)} changed what ${name} may ask for: ${chosen?.join(', ') ?? 'every scope'}.`,
        'What people had allowed beyond that has ended. Their programs work on with the rest.',
      ],
    })
  return { redirect: `/applications/${clientId}` }
}

/** What the application may ask for, and the form that changes it. */
export function scopesSection(visit: PersonalVisit, application: OwnApplication, faults: Faults): Html {
  const { allowedScopes: allowed, clientId } = application
  const isFaulty = Object.keys(faults).length > 0
  const isLimited = isFaulty || allowed !== null
  return html`<section class="card" aria-labelledby="scopes"><h2 id="scopes">Scopes</h2>
<p>${
    allowed === null
      ? 'It may ask people for every scope. Choose those it needs: people trust an application more that asks for less.'
      : html`It may ask people for ${allowed.length === 1 ? 'this scope' : `these ${allowed.length} scopes`}: ${allowed.map(
          (scope, at) => html`${at > 0 && ', '}<code>${scope}</code>`,
        )}.`
  }</p>
${faultSummary(faults)}
<details ${isFaulty && html`open`}><summary>Change</summary>
<form method="post" action="/applications/${clientId}/scopes">${formTokenField(visit.formToken)}
<fieldset><legend>It may ask for</legend>
<label class="choice"><input type="radio" name="extent" value="all" ${!isLimited && html`checked`}><span>Every scope</span></label>
<label class="choice"><input type="radio" name="extent" value="some" ${isLimited && html`checked`}><span>Only those ticked here</span></label>
</fieldset>
<div class="scope-list">${allScopes.map(
    (
      scope,
      at,
    ) => html`<label class="choice"><input type="checkbox" ${at === 0 && html`id="scope"`} name="scope" value="${scope}"
${(allowed ?? []).includes(scope) && html`checked`}><span><code>${scope}</code> <span class="quiet">${scopeTexts[scope]}</span></span></label>`,
  )}</div>
<p class="hint">What people allowed before is cut down to this at once; asking for more is refused with <code>invalid_scope</code>.</p>
<div class="actions"><button class="secondary">Save the scopes</button></div></form></details></section>`
}
