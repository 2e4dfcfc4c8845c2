import { formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { acceptDeveloperInvitation, findDeveloperInvitation } from '#oauth/developer-invitations.ts'
import { developersOf } from '#oauth/developers.ts'
import type { Browser } from '../browser.ts'
import { deadLink } from '../fault-page.ts'
import type { PersonalVisit, Visit } from '../visit.ts'
import { nameOf, tellDevelopers } from './notices.ts'

type Invitation = NonNullable<Awaited<ReturnType<typeof findDeveloperInvitation>>>

/** Where somebody who was asked to help with an application says yes, after signing in as the one who was asked. */
export function invitationPages(pages: Browser): void {
  pages.read('/application-invitation/:token', async (visit) => {
    const invitation = await findDeveloperInvitation(visit.database, visit.params.token ?? '')
    return invitation ? invitationPage(visit, invitation) : deadLink()
  })
  pages.sendSignedIn('/application-invitation/:token', accept)
}

async function accept(visit: PersonalVisit): Promise<Page | Redirect> {
  const { database, services, person } = visit
  const token = visit.params.token ?? ''
  const invitation = await findDeveloperInvitation(database, token)
  if (!invitation) return deadLink()
  const { client_id: clientId, name } = invitation
  const before = await developersOf(database, clientId)
  const accepted = await acceptDeveloperInvitation(database, token, person)
  if (!accepted) return invitationPage(visit, invitation)
  const words = {
    subject: `${name}: ${nameOf(person)} has joined`,
    paragraphs: [`${nameOf(person)} (${person.email}) now looks after ${name} as ${invitation.role}.`],
  }
  await tellDevelopers(services, { clientId, name }, words, before)
  return { redirect: `/applications/${clientId}` }
}

async function invitationPage(visit: Visit, invitation: Invitation): Promise<Page> {
  const by = nameOf({
    firstName: invitation.first_name,
    lastName: invitation.last_name,
    email: invitation.inviter_email,
  })
  return {
    title: `Help with ${invitation.name}`,
    body: html`<div class="card"><h1>${by} asks you to help with ${invitation.name}</h1>
<p>You will look after this application as ${invitation.role}: its settings, credentials, tokens and requests.</p>
${await wayOn(visit, invitation)}</div>`,
  }
}

/** What comes first: yes, if the right person is here; else signing in or registering, and back here. */
async function wayOn({ person, formToken, path, database, services }: Visit, { email }: Invitation): Promise<Html> {
  if (person?.email === email)
    return html`<form method="post" action="${path}">${formTokenField(formToken)}
<div class="actions"><button>Accept</button><a href="/applications">Not now</a></div></form>`
  if (person)
    return html`<p class="notice">The invitation is for ${email}, and you are signed in as ${person.email}.</p>
<form method="post" action="/sign-out">${formTokenField(formToken)}<input type="hidden" name="next" value="${path}">
<div class="actions"><button>Sign in as somebody else</button></div></form>`
  const next = new URLSearchParams({ next: path, email }).toString()
  // Who has this link reads the mail of this address: it is no secret to them whether it has a login.
  const known = await database
    .selectFrom('person')
    .select('person_id')
    .where('email', '=', email)
    .where('password_hash', 'is not', null)
    .executeTakeFirst()
  if (known)
    return html`<p>Sign in as ${email}, then accept.</p><div class="actions"><a class="button" href="/sign-in?${next}">Sign in</a></div>`
  if (services.settings.signUp === 'closed')
    return html`<p class="notice">${email} has no login here, and nobody can register on this server. Ask somebody of the team
to invite you to their account; then come back to this link.</p>`
  return html`<p>Make a login for ${email}; you come back here, then accept.</p>
<div class="actions"><a class="button" href="/register?${next}">Create an account</a></div>`
}
