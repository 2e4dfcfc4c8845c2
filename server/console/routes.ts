import type { FastifyPluginAsync } from 'fastify'
import { assetRoutes } from '#design/assets.ts'
import { designPage } from '#design/design-page.ts'
import { renderPage } from '#design/page.ts'
import type { Services } from '#http/services.ts'
import { integrationPages } from '#integrations/index.ts'
import { announcementPages } from '#mailing/announcements.ts'
import { mailingLinkPages } from '#mailing/link-pages.ts'
import { mailingChoice } from '#mailing/profile-section.ts'
import { referencePages } from '#reference/index.ts'
import { changelogRoutes } from '#releases/changelog-routes.ts'
import { workApp } from '#work-app/routes.ts'
import { applicationPages } from './applications/index.ts'
import { browser } from './browser.ts'
import { fault } from './fault-page.ts'
import { invitationPage } from './invitation-page.ts'
import { outboxPage } from './outbox.ts'
import { profilePages } from './profile.ts'
import { registrationPages } from './register.ts'
import { requestFormPages } from './request-forms.ts'
import { resetPages } from './reset.ts'
import { serverPages } from './server/index.ts'
import { signInPages } from './sign-in.ts'
import { startPage } from './start-page.ts'

/** The pages for people: registering, signing in, applications, profile, outbox. */
export function consoleRoutes(services: Services): FastifyPluginAsync {
  return async (app) => {
    assetRoutes(app)
    designPage(app)
    const pages = await browser(app, services)
    app.setNotFoundHandler((_request, reply) => {
      const page = fault('There is no such page', 'The address may be old or mistyped.', 404)
      return reply.code(404).type('text/html; charset=utf-8').send(renderPage(page, undefined))
    })
    startPage(pages)
    registrationPages(pages)
    signInPages(pages)
    resetPages(pages)
    invitationPage(pages)
    applicationPages(pages)
    integrationPages(pages)
    profilePages(pages)
    requestFormPages(pages)
    outboxPage(pages)
    serverPages(pages)
    referencePages(app, pages, services)
    changelogRoutes(app, pages, services)
    mailingLinkPages(app, pages, services)
    mailingChoice(pages, services)
    workApp(app, pages)
    announcementPages(pages)
  }
}
