import helmet from '@fastify/helmet'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import { consoleRoutes } from '#console/routes.ts'
import { comingFrom } from '#events/origin.ts'
import { oauthRoutes } from '#oauth/routes.ts'
import { v3Routes } from '#v3/routes.ts'
import { admission } from './admission.ts'
import { avatarRoutes } from './avatars.ts'
import { spareLeavingAnswers } from './leaving-answers.ts'
import { linkedFileRoutes } from './linked-files.ts'
import { setPublicUrl } from './public-url.ts'
import { apiRoutes } from './routes.ts'
import type { Services } from './services.ts'

/** Ids of 1,000 tasks in one path make about 17 KB. */
const longestUrl = 32 * 1024
const largestBody = 5 * 1024 * 1024

/** Makes the HTTP server: the API below /api/v4, the authorization server and the pages, on one origin. */
export async function createServer(services: Services): Promise<FastifyInstance> {
  setPublicUrl(services.settings.publicUrl)
  const app = Fastify({
    loggerInstance: services.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    http: { maxHeaderSize: 2 * longestUrl },
    routerOptions: { maxParamLength: longestUrl, ignoreTrailingSlash: true, ignoreDuplicateSlashes: true },
    requestIdHeader: false,
    genReqId: () => crypto.randomUUID(),
  }) as unknown as FastifyInstance
  spareLeavingAnswers(app.server)

  app.addHook('onReady', async () => {
    if (services.settings.jobs) await services.jobs.work(services)
  })
  app.addHook('onClose', async () => {
    // First: jobs take their time, and what they meet with must not cost the log its rows.
    await services.requestLog.close()
    await services.jobs.close()
    await services.outbound.close()
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  // Here, right before the handler: what runs after a body was read would have lost it.
  app.addHook('preHandler', (request, _reply, done) => {
    const isProgram = request.url.startsWith('/api/') || request.url.startsWith('/oauth2/')
    comingFrom({ source: isProgram ? 'api' : 'pages', address: request.ip }, done)
  })
  // The URL without its query, which may hold an access token.
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request
    request.log.debug(
      { method, path: url.split('?', 1)[0], status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
  // Overloaded, the server says so (503, Retry-After) rather than letting all requests wait.
  await app.register(underPressure, { maxEventLoopDelay: services.settings.longestDelayMs, retryAfter: 1 })
  await app.register(helmet, {
    global: true,
    contentSecurityPolicy: pagePolicy,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: services.settings.publicUrl.startsWith('https:'),
  })
  const admit = admission(services)
  await app.register(openToAll(apiRoutes(services, admit)), { prefix: '/api/v4' })
  await app.register(openToAll(v3Routes(services, admit)), { prefix: '/api/v3' })
  await app.register(avatarRoutes)
  await app.register(linkedFileRoutes(services))
  await app.register(oauthRoutes(services))
  await app.register(consoleRoutes(services))
  return app
}

/** An API that pages of any origin may call: with a token, never with cookies. */
function openToAll(routes: (app: FastifyInstance) => Promise<void>) {
  return async (api: FastifyInstance): Promise<void> => {
    api.addHook('onRequest', async (_request, reply) => {
      reply.headers({
        'access-control-allow-origin': '*',
        'access-control-expose-headers':
          'Accept-Ranges, Content-Disposition, Content-Range, Deprecation, ETag, Idempotency-Replayed, Link, RateLimit, RateLimit-Policy, Retry-After, Sunset, X-Request-Id, X-Error-Hint',
      })
    })
    api.options('/*', async (_request, reply) =>
      reply
        .code(204)
        .headers({
          'access-control-allow-methods': 'GET, POST, PUT, DELETE',
          'access-control-allow-headers':
            'Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, If-Range, Last-Event-ID, Range, X-File-Name, X-Requested-With',
          'access-control-max-age': '86400',
        })
        .send(),
    )
    await api.register(routes)
  }
}

/** Pages run only scripts of our own files and load nothing from elsewhere; forms may lead to an application's redirect URI. */
const pagePolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
}
