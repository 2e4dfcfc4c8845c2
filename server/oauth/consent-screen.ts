import type { SignedIn } from '#console/sessions.ts'
import { type Scope, scopes as scopeTexts } from '#contract/scopes.ts'
import { formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import { type Presented, presentApplication } from './present-application.ts'

/** What the consent screen shows. */
export interface ConsentQuestion {
  action: string
  formToken: string
  application: Presented
  person: SignedIn
  scopes: readonly string[]
  accounts: readonly { accountId: number; name: string }[]
  /** Names of accounts of the person whose admins shut the application out. */
  blockedIn: readonly string[]
  chosenAccountId: number | undefined
  /** The token will stand for the person in all accounts on API v3. */
  allAccounts: boolean
  /** Where the browser goes afterwards; a device has no such place. */
  redirectHost: string | undefined
  /** Where "Not you?" leads after signing in again. */
  returnPath: string
  hidden?: Record<string, string>
}

/** Asks a person whether an application may act for them. */
export function consentScreen(question: ConsentQuestion): Page {
  const { application, person, accounts } = question
  return {
    title: `Allow ${application.name}?`,
    body: html`<div class="card consent">
<h1><strong class="application">${application.name}</strong> asks to work with your account</h1>
${presentApplication(application)}
${whoYouAre(question)}
<form method="post" action="${question.action}">
${formTokenField(question.formToken)}
${Object.entries(question.hidden ?? {}).map(
  ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
)}
<h2>It will be able to</h2>
<ul class="permissions">${permissionSentences(question.scopes).map((text) => html`<li>${text}</li>`)}</ul>
${accountChoice(question)}
${blockedNote(question)}
<p class="hint">It acts as you and can do no more than you can. ${application.name} keeps this access until you take it
away in <a href="/profile">your profile</a>.</p>
${question.redirectHost && html`<p class="hint">Afterwards you are sent to <strong>${question.redirectHost}</strong>.</p>`}
<div class="actions">
<button name="answer" value="allow" ${accounts.length === 0 && html`disabled`}>Allow</button>
<button name="answer" value="deny" class="secondary">Deny</button>
</div>
</form>
</div>`,
  }

  function whoYouAre({ formToken, returnPath }: ConsentQuestion): Html {
    const name = `${person.firstName} ${person.lastName}`.trim()
    return html`<form method="post" action="/sign-out" class="who">
<p>Signed in as <strong>${name || person.email}</strong> ${name && html`<span class="quiet">${person.email}</span>`}</p>
${formTokenField(formToken)}<input type="hidden" name="next" value="${returnPath}">
<button class="link">Not you?</button></form>`
  }
}

function accountChoice({ accounts, blockedIn, chosenAccountId, allAccounts }: ConsentQuestion): Html {
  const [first] = accounts
  if (!first && blockedIn.length > 0) return html``
  if (!first) return html`<p class="notice error">You are in no account that an application could work with.</p>`
  const extent = allAccounts && html`<p class="hint">Programs of API v3 see all your accounts.</p>`
  if (accounts.length === 1) {
    return html`<p>Account: <strong>${first.name}</strong></p>${extent}
<input type="hidden" name="account" value="${first.accountId}">`
  }
  return html`<fieldset><legend>In which account?</legend>${extent}
${accounts.map(
  ({ accountId, name }) => html`<label class="choice"><input type="radio" name="account" value="${accountId}" required
${accountId === (chosenAccountId ?? first.accountId) && html`checked`}><span>${name}</span></label>`,
)}</fieldset>`
}

function blockedNote({ application, accounts, blockedIn }: ConsentQuestion): Html | false {
  if (blockedIn.length === 0) return false
  const names = new Intl.ListFormat('en').format(blockedIn)
  return html`<p class="notice ${accounts.length === 0 ? 'error' : ''}">The admins of ${names} blocked ${application.name} there.${
    accounts.length === 0 && ' Ask them if you need it.'
  }</p>`
}

/** What an application may do with scopes, in words. Each sentence once: `Default` and `wsReadWrite` say the same, and writing includes reading. */
export function permissionSentences(scopes: readonly string[]): string[] {
  const asked = scopes as readonly Scope[]
  const told = asked.filter((scope) => {
    const writing = scope.replace('ReadOnly', 'ReadWrite') as Scope
    return writing === scope || !(asked.includes(writing) || (scope === 'wsReadOnly' && asked.includes('Default')))
  })
  return [...new Set(told.map((scope) => scopeTexts[scope]))]
}
