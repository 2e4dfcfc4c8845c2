import { checkbox, type Faults, faultSummary, formTokenField, select } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import { moment } from '#design/moment.ts'
import type { Page, Redirect } from '#design/page.ts'
import { endOldSecret, invalidateCredentials, type Overlap, replaceSecret } from '#oauth/client-secret.ts'
import type { Browser } from '../browser.ts'
import { sendCredentials } from '../person-mails.ts'
import type { PersonalVisit } from '../visit.ts'
import { credentialsPage } from './credentials-page.ts'
import { applicationFrame } from './frame.ts'
import { nameOf, tellDevelopers } from './notices.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofOwn } from './own-path.ts'

/** An application's secret: a new one, the end of the old one, the end of everything. */
export function credentialsPages(pages: Browser): void {
  pages.readSignedIn('/applications/:clientId/credentials', ofOwn(overview))
  pages.sendSignedIn('/applications/:clientId/secret', ofOwn(renewSecret))
  pages.sendSignedIn('/applications/:clientId/secret/end', ofOwn(endOld))
  pages.sendSignedIn('/applications/:clientId/invalidation', ofOwn(invalidate))
}

const endings: Record<Overlap, { label: string; told: string }> = {
  none: { label: 'Ends now', told: 'The old secret works no longer.' },
  hour: { label: 'Works for another hour', told: 'The old secret works for another hour.' },
  day: { label: 'Works for another day', told: 'The old secret works for another day.' },
  week: { label: 'Works for another week', told: 'The old secret works for another week.' },
}

async function overview(visit: PersonalVisit, application: OwnApplication, faults: Faults = {}): Promise<Page> {
  const body = html`${!application.isPublic && secretSection(visit, application)}${endSection(visit, application, faults)}`
  return applicationFrame(application, 'credentials', body, faults)
}

async function renewSecret(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, services, person, form } = visit
  const { clientId, name, isPublic } = application
  if (isPublic) return toCredentials(application)
  const overlap = Object.hasOwn(endings, form.overlap ?? '') ? (form.overlap as Overlap) : 'day'
  const { told } = endings[overlap]
  const clientSecret = await replaceSecret(database, clientId, { overlap, byPersonId: person.personId })
  await sendCredentials(services, person.email, { name, clientId, clientSecret })
  await tellDevelopers(services, application, {
    subject: `${name} has a new secret`,
    paragraphs: [`${nameOf(person)} made a new client secret for ${name}. ${told}`, ifUnexpected],
  })
  const title = `New secret of ${name}`
  return credentialsPage({ title, name, clientId, clientSecret, mailedTo: person.email, aside: told })
}

async function endOld({ database, services, person }: PersonalVisit, application: OwnApplication): Promise<Redirect> {
  const { clientId, name } = application
  if (await endOldSecret(database, clientId, person.personId))
    await tellDevelopers(services, application, {
      subject: `The old secret of ${name} has ended`,
      paragraphs: [`${nameOf(person)} ended the old client secret of ${name}. Only the new one works.`, ifUnexpected],
    })
  return toCredentials(application)
}

async function invalidate(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  const { database, services, person, form } = visit
  const { clientId, name } = application
  if (form.sure !== '1')
    return overview(visit, application, { '': 'Tick the box if you mean it. Nothing was changed.' })
  const clientSecret = await invalidateCredentials(database, clientId, person.personId)
  await tellDevelopers(services, application, {
    subject: `All credentials of ${name} were invalidated`,
    paragraphs: [
      `${nameOf(person)} ended the client secrets of ${name}, everything that people had allowed it, and all its tokens. Programs need the new secret, and people have to allow it again.`,
      ifUnexpected,
    ],
  })
  if (application.isPublic) return toCredentials(application)
  await sendCredentials(services, person.email, { name, clientId, clientSecret })
  const aside = 'Everything before has ended: secrets, consents and tokens.'
  const title = `New secret of ${name}`
  return credentialsPage({ title, name, clientId, clientSecret, mailedTo: person.email, aside })
}

const ifUnexpected = 'If you did not expect this, talk to them, or invalidate the credentials yourself.'

const toCredentials = ({ clientId }: OwnApplication): Redirect => ({
  redirect: `/applications/${clientId}/credentials`,
})

function secretSection({ formToken }: PersonalVisit, { clientId, oldSecretUntil }: OwnApplication): Html {
  return html`<section class="card" aria-labelledby="secret"><h2 id="secret">Secret</h2>
<p>The secret can be neither shown nor mailed again: only a hash of it is stored. If it is lost, make a new one.</p>
${
  oldSecretUntil &&
  html`<div class="notice warn aside"><p>The secret before this one still works until ${moment(oldSecretUntil)}.</p>
<form method="post" action="/applications/${clientId}/secret/end">${formTokenField(formToken)}
<button class="secondary small">End it now</button></form></div>`
}
<form method="post" action="/applications/${clientId}/secret">${formTokenField(formToken)}
${select(
  {
    name: 'overlap',
    label: 'The present secret',
    value: 'day',
    hint: oldSecretUntil ? 'The one before it ends at once.' : 'Time to change running programs.',
  },
  Object.entries(endings).map(([value, { label }]) => ({ value, label })),
)}
<div class="actions"><button>Make a new secret</button></div></form></section>`
}

function endSection({ formToken }: PersonalVisit, { clientId, isPublic }: OwnApplication, faults: Faults): Html {
  return html`<section class="card danger" aria-labelledby="invalidate"><h2 id="invalidate">Invalidate everything</h2>
<p>For when credentials got into wrong hands. ${!isPublic && 'Every secret ends, and you get a new one. '}All that people allowed
ends, and so do all tokens, permanent ones too.</p>
${faultSummary(faults)}
<form method="post" action="/applications/${clientId}/invalidation">${formTokenField(formToken)}
${checkbox('sure', 'Yes: every program of this application stops working now', false)}
<div class="actions"><button class="harm">Invalidate everything</button></div></form></section>`
}
