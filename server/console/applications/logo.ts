import { type Faults, faultSummary, formTokenField } from '#design/fields.ts'
import { type Html, html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { squared } from '#files/image.ts'
import { removeLogo, setLogo } from '#oauth/logos.ts'
import { logoMark } from '#oauth/present-application.ts'
import type { Browser } from '../browser.ts'
import type { PersonalVisit } from '../visit.ts'
import type { OwnApplication } from './own-applications.ts'
import { ofOwn } from './own-path.ts'
import { settingsPage } from './settings.ts'

/** Pixels at each side: twice what the largest place for it shows. */
const side = 256

/** An application's logo: a new one, or none. */
export function logoPages(pages: Browser): void {
  pages.uploadSignedIn('/applications/:clientId/logo', ofOwn(changeLogo))
  pages.sendSignedIn('/applications/:clientId/logo/removal', ofOwn(dropLogo))
}

async function changeLogo(visit: PersonalVisit, application: OwnApplication): Promise<Page | Redirect> {
  if (!visit.upload) return settingsPage(visit, application, { logo: { logo: 'Choose an image' } })
  const image = await squared(visit.upload, side)
  if (!image) {
    const fault = 'This is no image that can be read. Choose a PNG, JPEG, WebP, GIF or AVIF.'
    return settingsPage(visit, application, { logo: { logo: fault } })
  }
  await setLogo(visit.database, application.clientId, image, visit.person.personId)
  return toSettings(application)
}

async function dropLogo({ database, person }: PersonalVisit, application: OwnApplication): Promise<Redirect> {
  await removeLogo(database, application.clientId, person.personId)
  return toSettings(application)
}

const toSettings = ({ clientId }: OwnApplication): Redirect => ({ redirect: `/applications/${clientId}` })

/** Shows the logo, with the forms that change it. */
export function logoSection({ formToken }: PersonalVisit, application: OwnApplication, faults: Faults): Html {
  const action = `/applications/${application.clientId}/logo`
  return html`<section class="card" aria-labelledby="logo-title"><h2 id="logo-title">Logo</h2>
${faultSummary(faults)}
<div class="logo-row">${logoMark(application)}
<form method="post" action="${action}" enctype="multipart/form-data">${formTokenField(formToken)}
<div class="field"><label for="logo">Image</label>
<p class="hint" id="logo-hint">PNG, JPEG, WebP, GIF or AVIF, at most 2 MB. It becomes a square of ${side} pixels.</p>
<input id="logo" name="logo" type="file" accept="image/png,image/jpeg,image/webp,image/gif,image/avif" required
aria-describedby="logo-hint" ${faults.logo && html`aria-invalid="true"`}></div>
<div class="actions"><button class="secondary">Use this image</button></div></form>
${
  application.logoVersion &&
  html`<form method="post" action="${action}/removal">${formTokenField(formToken)}
<button class="link">Remove the logo</button></form>`
}</div></section>`
}
