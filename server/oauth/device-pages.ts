import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Browser } from '#console/browser.ts'
import type { PersonalVisit } from '#console/visit.ts'
import { type Faults, faultSummary, field, formTokenField } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import { narrowed } from './allowed-scopes.ts'
import { findApplication } from './applications.ts'
import { accountsOpenTo } from './blocks.ts'
import { consentScreen } from './consent-screen.ts'
import { approveDevice, denyDevice, findWaitingDevice } from './device-codes.ts'
import { createGrant } from './grants.ts'
import { suspendedPage } from './suspended-page.ts'

/** Eight signs can't be guessed in five tries a minute. */
const tries = new RateLimiterMemory({ points: 5, duration: 60 })

/** Where a person lets a device without a browser in: they enter the code it shows and answer the consent screen. */
export function devicePages(pages: Browser): void {
  pages.readSignedIn('/device', async (visit) => enterCode(visit, {}))

  pages.sendSignedIn('/device', async (visit) => {
    const userCode = visit.form.user_code ?? ''
    if (await triedTooOften(visit)) return enterCode(visit, { '': 'Too many tries. Wait a minute.' })
    const device = await findWaitingDevice(visit.database, userCode)
    const application = device && (await findApplication(visit.database, device.clientId))
    if (!device || !application) {
      await tries.penalty(visit.person.personId)
      return enterCode(visit, { user_code: 'No device waits with this code. Compare it with the one on the device.' })
    }
    if (application.suspendedBecause !== null) return suspendedPage(application)
    const scopes = narrowed(device.scopes, application.allowedScopes)
    const { clientId } = application
    const { accounts, blockedIn } = await accountsOpenTo(visit.database, clientId, visit.person.personId)
    const account = accounts.find(({ accountId }) => String(accountId) === visit.form.account)
    if (visit.form.answer === 'deny') {
      await denyDevice(visit.database, userCode)
      return done('Denied', 'The device got no access. You may close this page.')
    }
    if (visit.form.answer === 'allow' && account) {
      const grantId = await createGrant(visit.database, {
        clientId: device.clientId,
        personId: visit.person.personId,
        accountId: account.accountId,
        allAccounts: false,
        scopes,
        separator: device.separator,
        redirectUri: null,
      })
      await approveDevice(visit.database, userCode, { grantId, personId: visit.person.personId, scopes })
      return done('The device is in', 'It will notice within a few seconds. You may close this page.')
    }
    return consentScreen({
      action: '/device',
      formToken: visit.formToken,
      application,
      person: visit.person,
      scopes,
      accounts,
      blockedIn,
      chosenAccountId: undefined,
      allAccounts: false,
      redirectHost: undefined,
      returnPath: '/device',
      hidden: { user_code: userCode },
    })
  })
}

async function triedTooOften({ person }: PersonalVisit): Promise<boolean> {
  const state = await tries.get(person.personId)
  return state !== null && state.consumedPoints >= tries.points
}

function enterCode({ formToken, query, form }: PersonalVisit, faults: Faults): Page {
  return {
    title: 'Connect a device',
    status: Object.keys(faults).length > 0 ? 400 : 200,
    body: html`<div class="card"><h1>Connect a device</h1>
<p>Enter the code that the device shows. Do this only if you started it yourself.</p>
${faultSummary(faults)}
<form method="post" action="/device">${formTokenField(formToken)}
${field({ name: 'user_code', label: 'Code', value: form.user_code ?? query.user_code, autocomplete: 'one-time-code', maxlength: 20 }, faults)}
<div class="actions"><button>Continue</button></div></form></div>`,
  }
}

function done(title: string, text: string): Page {
  return { title, body: html`<div class="card"><h1>${title}</h1><p>${text}</p></div>` }
}
