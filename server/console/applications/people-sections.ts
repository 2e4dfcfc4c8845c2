import { tag } from '#design/components.ts'
import { type Faults, faultSummary, field, formTokenField, select } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { openInvitations } from '#oauth/developer-invitations.ts'
import type { Developer } from '#oauth/developers.ts'
import type { PersonalVisit } from '../visit.ts'
import { nameOf } from './notices.ts'
import type { OwnApplication } from './own-applications.ts'

/** Who looks after an application, and what may be done about each. */
export function peopleSection(
  { person, formToken }: PersonalVisit,
  application: OwnApplication,
  people: readonly Developer[],
): Html {
  const action = `/applications/${application.clientId}/people`
  const owners = people.filter(({ role }) => role === 'owner').length
  return html`<section class="card" aria-labelledby="people"><h2 id="people">People</h2>
<p class="quiet">Owners decide who is here and whether the application stays; developers do the rest. All get its mail.</p>
<ul class="rows">${people.map((one) => {
    const isSelf = one.personId === person.personId
    const isLastOwner = one.role === 'owner' && owners === 1
    return html`<li><div><p class="row-title">${nameOf(one)} ${tag(one.role)}${isSelf && html` <span class="quiet">you</span>`}</p>
<p class="quiet">${one.email} · since ${moment(one.addedAt)}</p></div>
${!isLastOwner && isSelf && button(`${action}/leave`, 'Leave', 'Leave the application')}
${!isSelf && application.mayManage && actionsOf(one, isLastOwner)}</li>`
  })}</ul>
${application.role === 'owner' && people.length > 1 && handOver()}</section>`

  function actionsOf(one: Developer, isLastOwner: boolean): Html {
    const other = one.role === 'owner' ? 'developer' : 'owner'
    return html`<div class="row-actions">
${!isLastOwner && button(`${action}/role`, `Make ${other}`, `Make ${nameOf(one)} ${other}`, { ...personOf(one), role: other })}
${!isLastOwner && button(`${action}/removal`, 'Remove', `Remove ${nameOf(one)}`, personOf(one))}</div>`
  }

  function handOver(): Html {
    const others = people.filter(({ personId }) => personId !== person.personId)
    return html`<details><summary>Hand over ownership</summary>
<form method="post" action="${action}/role">${formTokenField(formToken)}
<input type="hidden" name="role" value="owner"><input type="hidden" name="step_back" value="1">
${select(
  { name: 'person', label: 'New owner', hint: 'You stay a developer of it.' },
  others.map((one) => ({ value: String(one.personId), label: nameOf(one) })),
)}
<div class="actions"><button class="secondary">Hand over</button></div></form></details>`
  }

  function button(to: string, label: string, spoken: string, hidden: Record<string, string> = {}): Html {
    return html`<form method="post" action="${to}">${formTokenField(formToken)}
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<button class="secondary small" aria-label="${spoken}">${label}</button></form>`
  }
}

/** Who was asked and has not answered. */
export function invitationsSection(
  { formToken }: PersonalVisit,
  { clientId, mayManage }: OwnApplication,
  invitations: Awaited<ReturnType<typeof openInvitations>>,
): Html {
  return html`<section class="card" aria-labelledby="invited"><h2 id="invited">Invited</h2>
<ul class="rows">${invitations.map(
    ({ email, role, expires_at }) => html`<li><div><p class="row-title">${email} ${tag(role)}</p>
<p class="quiet">Can accept until ${moment(expires_at)}</p></div>
${
  mayManage &&
  html`<form method="post" action="/applications/${clientId}/people/withdrawal">${formTokenField(formToken)}
<input type="hidden" name="email" value="${email}">
<button class="secondary small" aria-label="Take back the invitation of ${email}">Take back</button></form>`
}</li>`,
  )}</ul></section>`
}

/** Asking somebody to help. */
export function inviteSection({ form, formToken }: PersonalVisit, { clientId }: OwnApplication, faults: Faults): Html {
  return html`<section class="card" aria-labelledby="invite"><h2 id="invite">Invite somebody</h2>
${faultSummary(faults)}
<form method="post" action="/applications/${clientId}/people/invitation">${formTokenField(formToken)}
<div class="pair">
${field({ name: 'email', label: 'Email address', type: 'email', value: form.email, autocomplete: 'off' }, faults)}
${select({ name: 'role', label: 'Role', value: form.role ?? 'developer' }, [
  { value: 'developer', label: 'Developer' },
  { value: 'owner', label: 'Owner' },
])}</div>
<p class="hint">They get a mail with a link for this address. It works once, for seven days.</p>
<div class="actions"><button>Send the invitation</button></div></form></section>`
}

const personOf = ({ personId }: Developer) => ({ person: String(personId) })
