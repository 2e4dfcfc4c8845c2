import type { FastifyInstance } from 'fastify'
import type { Browser } from '#console/browser.ts'
import { deadLink } from '#console/fault-page.ts'
import type { Visit } from '#console/visit.ts'
import { formTokenField } from '#design/fields.ts'
import { html } from '#design/html.ts'
import type { Page } from '#design/page.ts'
import { renderPage } from '#design/page.ts'
import type { Services } from '#http/services.ts'
import { choose, unsubscribe } from './choices.ts'
import { readMailingLink, type Topic } from './links.ts'

const called = {
  news: 'news of the API',
  changes: 'notices of changes that concern your applications',
  notifications: 'mail about what happens in your accounts',
} as const satisfies Record<Topic, string>

const inProfile = 'Your profile lets you change your mind.'
const changeMind = {
  news: inProfile,
  changes: inProfile,
  notifications: 'The preferences of your inbox let you change your mind.',
} as const satisfies Record<Topic, string>

/** Where the links of mails lead: confirming, and unsubscribing without signing in. */
export function mailingLinkPages(app: FastifyInstance, pages: Browser, services: Services): void {
  pages.read('/mailing/confirm', async (visit) => {
    const link = readMailingLink(services, 'confirm', visit.query)
    if (!link) return deadLink()
    return ask(
      visit,
      'Get the news of the API?',
      'A few mails a year: what is new, and what is planned.',
      'Yes, send me the news',
    )
  })
  pages.send('/mailing/confirm', async (visit) => {
    const link = readMailingLink(services, 'confirm', visit.query)
    if (!link) return deadLink()
    await choose(visit.database, link.personId, { news: 'on' })
    return done('You are on the list', 'Each mail has a link that takes you off again.')
  })
  pages.read('/mailing/unsubscribe', async (visit) => {
    const link = readMailingLink(services, 'unsubscribe', visit.query)
    if (!link) return deadLink()
    return ask(visit, 'No more of this mail?', `You will get no more ${called[link.topic]}.`, 'Unsubscribe')
  })
  // Mail programs send this by themselves, without cookies: the signed link is all there is to check.
  app.post('/mailing/unsubscribe', async (request, reply) => {
    const link = readMailingLink(services, 'unsubscribe', request.query as Record<string, string>)
    const page = link
      ? done('You are off the list', `You will get no more ${called[link.topic]}. ${changeMind[link.topic]}`)
      : deadLink()
    if (link) await unsubscribe(services.store.database, link.personId, link.topic)
    return reply
      .code(page.status ?? 200)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(renderPage(page, undefined))
  })
}

/** A click on a link changes nothing by itself: programs that look into mails follow links too. */
function ask({ request, formToken }: Visit, title: string, text: string, button: string): Page {
  return {
    title,
    body: html`<div class="card"><h1>${title}</h1><p>${text}</p>
<form method="post" action="${request.url}">${formTokenField(formToken)}<div class="actions"><button>${button}</button></div></form></div>`,
  }
}

const done = (title: string, text: string): Page => ({
  title,
  body: html`<div class="card"><h1>${title}</h1><p>${text}</p><p><a href="/profile#mailing">Choose in your profile</a></p></div>`,
})
