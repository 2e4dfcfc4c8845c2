import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Caller } from '#access/caller.ts'
import { invalidValue, Refused } from '#contract/errors.ts'
import type { FileAnswer } from '#contract/file.ts'
import type { Handler, Pages } from '#contract/handler.ts'
import type { Operation } from '#contract/operation.ts'
import { readPageToken, signPageToken } from '#contract/paging.ts'
import { rateLimit } from '#limits/rate-limit.ts'
import { type Bound, bound } from '#resources/index.ts'
import { type Envelope, serialisers } from './answer.ts'
import { authenticator } from './authenticate.ts'
import { fileBody, isFile, readAway, textOf } from './file-body.ts'
import { gate } from './gate.ts'
import { parse, type RawParameters } from './parse.ts'
import { formBody, type Gathered, gatherParameters, jsonBody, unusableVerb } from './raw-parameters.ts'
import { jsonType, refuse } from './refuse.ts'
import { sendFile } from './send-file.ts'
import type { Services } from './services.ts'

interface Served {
  operation: Operation
  handler: Handler<Operation>
  write: Map<string, (envelope: Envelope) => string>
  /** Names of the ids in the path, in order. */
  pathNames: string[]
}

/**
 * The API v4: one route for each path of the contract, and one pipeline for all of them. A path that is not in the
 * contract cannot be served.
 */
export function apiRoutes(services: Services) {
  return async (app: FastifyInstance): Promise<void> => {
    const authenticate = authenticator(services)
    const limits = rateLimit(services.settings.rateLimitPerMinute)

    readBodies(app)
    app.setErrorHandler((error, request, reply) => {
      readAway(request, reply)
      return refuse(error, request, reply)
    })
    const shapes = [...byShape(bound)]
    const takesFile = ([, served]: [string, Served[]]) => served.some(({ operation }) => operation.body === 'binary')
    for (const shape of shapes.filter((one) => !takesFile(one))) addRoute(app, ...shape)
    // Where the body may be a file it stays unread until all is judged: credential, limits, scope, plan, rights.
    await app.register(async (uploads) => {
      leaveFiles(uploads)
      for (const shape of shapes.filter(takesFile)) addRoute(uploads, ...shape)
    })

    function addRoute(to: FastifyInstance, url: string, served: Served[]): void {
      to.route({
        method: ['GET', 'POST', 'PUT', 'DELETE'],
        url,
        handler: (request, reply) => serve(served, request, reply),
      })
    }
    // The credential is judged before the route: an unknown path without a token is 401, never 404.
    app.setNotFoundHandler(async (request, reply) => {
      try {
        await admit(request, reply)
        throw new Refused(
          'method_not_found',
          `There is no method ${request.method} ${request.url.split('?', 1)[0]?.slice(0, 100)}`,
        )
      } catch (error) {
        return refuse(error, request, reply)
      }
    })

    async function admit(
      request: FastifyRequest,
      reply: FastifyReply,
    ): Promise<{ caller: Caller; gathered: Gathered }> {
      await limits.byAddress(request.ip)
      const gathered = gatherParameters(request)
      const caller = await authenticate(request, gathered.accessToken)
      reply.headers(await limits.byCaller(caller))
      return { caller, gathered }
    }

    async function serve(candidates: Served[], request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
      const { caller, gathered } = await admit(request, reply)
      const segments = Object.values(request.params as Record<string, string>)
      const served = choose(candidates, effectiveMethod(request, gathered), segments)
      gate(served.operation, caller)
      const path = Object.fromEntries(served.pathNames.map((name, at) => [name, segments[at] as string]))
      const raw = withoutForeignBody(served.operation, { path, query: gathered.query, body: gathered.body })
      const { input, fields, pages } = read(served.operation, raw, caller)
      const file = (
        served.operation.body === 'binary' ? fileBody(request, services.settings.maxUpload) : undefined
      ) as never
      const answer = await served.handler({ caller, input, fields, pages, file, services })
      if (served.operation.answer === 'binary') return sendFile(request, reply, answer as unknown as FileAnswer)
      const kind = answer.kind ?? (Object.keys(served.operation.kinds)[0] as string)
      const write = served.write.get(kind) as (envelope: Envelope) => string
      return reply.type(jsonType).send(write({ ...answer, kind, state: gathered.state }))
    }

    function read(operation: Operation, raw: RawParameters, caller: Caller) {
      const first = parse(operation, raw, caller.accountId)
      const body = first.pageToken
        ? readPageToken(
            services.secret,
            caller,
            operation.id,
            operation.pageToken as string,
            first.pageToken,
            Date.now(),
          )
        : undefined
      // A token remembers the parameters of its list; they count when the request for the next page sends none of its own.
      const own = Object.keys(raw.query).filter(
        (name) => name !== operation.pageToken && name !== 'fields' && name !== 'pageSize',
      )
      const restored = body && own.length === 0 ? { ...body.q, ...raw.query } : raw.query
      const parsed = body ? parse(operation, { ...raw, query: restored }, caller.accountId) : first
      const remembered = Object.fromEntries(
        Object.entries(restored)
          .filter(([name]) => name !== operation.pageToken && name !== 'fields')
          .map(([name, value]) => [name, String(value)]),
      )
      const pages: Pages = {
        after: body?.at,
        token: (position) => signPageToken(services.secret, caller, operation.id, position, remembered, Date.now()),
      }
      return { input: parsed.input as never, fields: parsed.fields as never, pages }
    }
  }
}

function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, async (_request: FastifyRequest, text: string) =>
    jsonBody(text),
  )
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, text: string) => formBody(text),
  )
  app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: FastifyRequest, text: string) => {
    if (text !== '')
      throw new Refused(
        'invalid_request',
        'Unsupported content type: send application/json or application/x-www-form-urlencoded',
      )
    return undefined
  })
}

/** Files are not read; what is no file is read as parameters, as everywhere. */
function leaveFiles(app: FastifyInstance): void {
  const types = { 'application/json': jsonBody, 'application/x-www-form-urlencoded': formBody }
  app.removeAllContentTypeParsers()
  for (const [type, read] of Object.entries(types))
    app.addContentTypeParser(type, async (request: FastifyRequest) =>
      isFile(request) ? undefined : read(await textOf(request)),
    )
  app.addContentTypeParser('*', async () => undefined)
}

/** Routes by the shape of their path: `/tasks/:1/comments`. */
function byShape(operations: readonly Bound[]): Map<string, Served[]> {
  const shapes = new Map<string, Served[]>()
  for (const { operation, handler } of operations) {
    const write = serialisers(operation)
    for (const path of operation.paths) {
      const pathNames = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)
      let position = 0
      const shape = path.replace(/\{\w+\}/g, () => `:p${++position}`)
      shapes.set(shape, [...(shapes.get(shape) ?? []), { operation, handler, write, pathNames }])
    }
  }
  return shapes
}

function effectiveMethod(request: FastifyRequest, gathered: Gathered): string {
  const method = request.method === 'HEAD' ? 'GET' : request.method
  if (gathered.method === undefined) return method
  const meant = gathered.method.toUpperCase()
  if (!['POST', 'PUT', 'DELETE'].includes(meant))
    throw new Refused('invalid_request', "Parameter 'method' takes POST, PUT or DELETE")
  return meant
}

/** The operation of the verb; where one serves single ids and another several, the number of ids decides. */
function choose(candidates: Served[], method: string, segments: string[]): Served {
  const ofVerb = candidates.filter((candidate) => candidate.operation.method === method)
  const [first] = ofVerb
  if (!first)
    throw unusableVerb(method, [...new Set(candidates.map((candidate) => candidate.operation.method))].join(', '))
  const several = segments.at(-1)?.includes(',') ?? false
  return ofVerb.find((candidate) => (candidate.operation.bulkOf !== undefined) === several) ?? first
}

/** GET and DELETE take their parameters from the query alone. */
function withoutForeignBody(operation: Operation, raw: RawParameters): RawParameters {
  if (operation.method !== 'GET' && operation.method !== 'DELETE') return raw
  if (raw.body && Object.keys(raw.body.values).length > 0)
    throw invalidValue(Object.keys(raw.body.values)[0] as string, 'parameters of GET and DELETE in the query')
  return raw
}
