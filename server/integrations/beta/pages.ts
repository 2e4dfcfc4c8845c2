import { ofOwn } from '#console/applications/own-path.ts'
import type { Browser } from '#console/browser.ts'
import { fault } from '#console/fault-page.ts'
import type { PersonalVisit } from '#console/visit.ts'
import { formTokenField } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { sendFeedback } from './beta-page.ts'
import { acceptInvitation, findInvited } from './testers.ts'
import { invite, remove, testersPage } from './testers-page.ts'

/** Testing an application before it is listed, by invitation. */
export function betaPages(pages: Browser): void {
  const path = '/applications/:clientId/listing/beta'
  pages.readSignedIn(path, ofOwn(testersPage))
  pages.sendSignedIn(path, ofOwn(invite))
  pages.sendSignedIn(`${path}/removal`, ofOwn(remove))
  pages.readSignedIn('/beta/:token', invitationPage)
  pages.sendSignedIn('/beta/:token', accept)
  pages.sendSignedIn('/integrations/:key/feedback', sendFeedback)
}

async function invitationPage({ database, formToken, params, person }: PersonalVisit): Promise<Page> {
  const token = params.token ?? ''
  const invited = await findInvited(database, token)
  if (!invited) return lapsed()
  return {
    title: `Try ${invited.name}`,
    body: html`<div class="card"><h1>Try ${invited.name}?</h1>
<p>${invited.firstName} ${invited.lastName} of ${invited.madeBy} invites you to test it before everybody can find it.</p>
<p>You will find it in your directory of integrations. It gets no access until you connect it.</p>
<form method="post" action="/beta/${token}">${formTokenField(formToken)}
<div class="actions"><button>Yes, I try it</button></div></form>
<p class="hint">You are signed in as ${person.email}. The people of ${invited.name} see your name.</p></div>`,
  }
}

async function accept({ database, params, person }: PersonalVisit): Promise<Page | Redirect> {
  const token = params.token ?? ''
  const invited = await findInvited(database, token)
  if (!invited || !(await acceptInvitation(database, token, person.personId))) return lapsed()
  return { redirect: `/integrations/${invited.clientId}` }
}

const lapsed = () =>
  fault('This invitation does not work', 'It was used or taken back, or is too old. Ask for a new one.', 404)
