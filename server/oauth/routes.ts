import type { FastifyPluginAsync } from 'fastify'
import { browser } from '#console/browser.ts'
import type { Services } from '#http/services.ts'
import { defaultScopes } from './allowed-scopes.ts'
import { findApplication } from './applications.ts'
import { addScope, authorizationPages, authorizationQuery } from './authorization-request.ts'
import { authorizationServer } from './authorization-server.ts'
import { consentPages } from './consent.ts'
import { devicePages } from './device-pages.ts'
import { endpoints } from './endpoints.ts'
import { handOver } from './hand-over.ts'
import { introspect } from './introspect.ts'
import { logoRoutes } from './logo-routes.ts'
import { resourceMetadata, serverMetadata } from './metadata.ts'
import { required } from './request-parameters.ts'
import { revoke } from './revoke.ts'
import { suspendedAnswer } from './suspended-page.ts'
import { refuseSuspended } from './suspension.ts'
import { addClient, tokenForm } from './token-request.ts'

/** The OAuth 2.0 endpoints: authorization with its consent screen, tokens, revocation, introspection, devices, metadata. */
export function oauthRoutes(services: Services): FastifyPluginAsync {
  return async (app) => {
    const { database } = services.store
    const issuer = new URL(services.settings.publicUrl).origin
    const server = authorizationServer(services)
    const pages = await browser(app, services)
    const endpoint = endpoints(app, services)

    for (const page of authorizationPages) {
      app.get(page.path, async (request, reply) => {
        const suspended = await suspendedAnswer(database, request)
        if (suspended) return reply.code(403).headers(suspended.headers).send(suspended.body)
        const asked = request.query as Record<string, unknown>
        const application = await findApplication(database, String(asked.client_id))
        const query = authorizationQuery(asked, page, issuer, defaultScopes(application?.allowedScopes ?? null))
        await handOver(server, request, reply, { method: 'GET', url: `/oauth2/authorize?${query}` })
      })
    }
    // Where the browser comes back to from the consent screen.
    app.get<{ Params: { uid: string } }>('/oauth2/authorize/:uid', async (request, reply) => {
      await handOver(server, request, reply, { method: 'GET', url: `/oauth2/authorize/${request.params.uid}` })
    })

    endpoint('/oauth2/token', async ({ application, parameters, request, reply }) => {
      refuseSuspended(application)
      const form = await tokenForm(database, application, parameters, issuer)
      await handOver(server, request, reply, { method: 'POST', url: '/oauth2/token', form })
    })
    endpoint('/oauth2/device_authorization', async ({ application, parameters, request, reply }) => {
      refuseSuspended(application)
      const form = new URLSearchParams()
      addClient(form, application)
      addScope(form, parameters.scope, defaultScopes(application.allowedScopes))
      await handOver(server, request, reply, { method: 'POST', url: '/oauth2/device_authorization', form })
    })
    endpoint('/oauth2/revoke', async ({ application, parameters, reply }) => {
      await revoke(database, application, required(parameters, 'token'))
      return reply.code(200).send()
    })
    endpoint('/oauth2/introspect', async ({ application, parameters }) =>
      introspect(database, application, { token: required(parameters, 'token'), host: new URL(issuer).host }),
    )

    app.get('/.well-known/oauth-authorization-server', async () => serverMetadata(issuer))
    app.get('/.well-known/oauth-protected-resource', async () => resourceMetadata(issuer))
    logoRoutes(app, services)
    consentPages(pages, server)
    devicePages(pages)
  }
}
