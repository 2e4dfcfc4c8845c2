import type { Browser } from '#console/browser.ts'
import { fault } from '#console/fault-page.ts'
import { activeAccounts, isAdminRole } from '#console/memberships.ts'
import type { PersonalVisit, Visit } from '#console/visit.ts'
import { notice, tag } from '#design/components.ts'
import { html } from '#design/html.ts'
import type { Page, Redirect } from '#design/page.ts'
import { narrowed } from '#oauth/allowed-scopes.ts'
import { findApplication } from '#oauth/applications.ts'
import { integrationsPath } from '../account/account-path.ts'
import { betaPage } from '../beta/beta-page.ts'
import { testedBy } from '../beta/testers.ts'
import { connectLink } from '../connect-link.ts'
import { sheet } from '../sheet.ts'
import { inUse, type Use } from './in-use.ts'
import { directoryBody } from './list.ts'
import { findIntegration, searchDirectory } from './queries.ts'

/** The directory: what works with this server, for people to find and connect. */
export function directoryPages(pages: Browser): void {
  pages.read('/integrations', ifOpen(directoryPage))
  pages.read('/integrations/:key', ifOpen(integrationPage))
}

type Answer = (visit: Visit) => Promise<Page | Redirect>

/**
 * Open to all where everybody may register anyway: people and search engines find it. Where accounts are made by invitation
 * only, the server is somebody's house: what they connect is for those who are signed in.
 */
function ifOpen(answer: Answer): Answer {
  return async (visit) => {
    if (visit.person || visit.services.settings.signUp === 'open') return answer(visit)
    return { redirect: `/sign-in?${new URLSearchParams({ next: visit.path })}` }
  }
}

async function directoryPage(visit: Visit): Promise<Page> {
  const { database, query, person } = visit
  const search = { words: (query.q ?? '').trim(), category: query.category ?? '', page: pageOf(query.page) }
  const found = await searchDirectory(database, search)
  const used = person ? await inUse(database, person.personId) : new Map<string, Use>()
  return {
    title: 'Integrations',
    width: 'wide',
    body: directoryBody(search, found, used, person ? await testedBy(database, person.personId) : []),
  }
}

async function integrationPage(visit: Visit): Promise<Page> {
  const { database, params, person } = visit
  const found = await findIntegration(database, params.key ?? '')
  const application = found && (await findApplication(database, found.clientId))
  if (!application) return (await betaFor(visit)) ?? noSuch()
  const use = person && (await inUse(database, person.personId)).get(found.clientId)
  const link = connectLink(application, found.text)
  const actions = html`<div class="actions">${
    link
      ? html`<a class="button" href="${link}">${use === 'yours' ? 'Connect again' : 'Connect'}</a>`
      : html`<a class="button" href="${found.text.website || found.text.support}">Get it</a>`
  }${use === 'yours' && html`${tag('You use it', 'good')} <a href="/profile">Your applications</a>`}${use === 'account' && tag('In use in your account', 'good')}</div>`
  const { clientId, logoVersion, allowedScopes } = application
  const shown = { clientId, logoVersion, scopes: narrowed(found.text.scopes, allowedScopes) }
  const admin = person ? await adminOf(database, person.personId) : []
  return {
    title: found.name,
    width: 'wide',
    body: html`<p class="back"><a href="/integrations">Integrations</a></p>
<div class="card">${sheet({ ...found.text, ...shown, name: found.name, madeBy: found.madeBy }, actions)}</div>
${!person && notice(html`<p>To connect it you need a login here. <a href="/sign-in?next=/integrations/${found.slug}">Sign in</a></p>`)}
${
  admin.length > 0 &&
  html`<p class="quiet">As an admin: who uses it, and whether people may, in ${admin.map(
    ({ accountId, name }, at) =>
      html`${at > 0 && ', '}<a href="${integrationsPath(accountId)}/${found.clientId}">${name}</a>`,
  )}.</p>`
}`,
  }
}

const noSuch = () => fault('There is no such integration', 'It may have left the directory.', 404)

/** Not listed: there for its testers only. */
async function betaFor(visit: Visit): Promise<Page | undefined> {
  if (!visit.person) return undefined
  return betaPage(visit as PersonalVisit, { isSent: visit.query.sent === '1' })
}

async function adminOf(database: Visit['database'], personId: number) {
  return (await activeAccounts(database, personId)).filter(({ role }) => isAdminRole(role))
}

/** The number of a page, from 1; what is none is the first. */
function pageOf(text: string | undefined): number {
  const page = Number(text ?? '1')
  return Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}
