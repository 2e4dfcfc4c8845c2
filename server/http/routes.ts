import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#contract/errors.ts'
import type { FileAnswer } from '#contract/file.ts'
import { noteOperation } from '#request-log/call.ts'
import { type Bound, bound } from '#resources/index.ts'
import type { Admission } from './admission.ts'
import { type Envelope, serialisers } from './answer.ts'
import { readBodies } from './bodies.ts'
import { fileBody } from './file-body.ts'
import { useNoter } from './note-use.ts'
import { perform } from './perform.ts'
import { type Gathered, unusableVerb } from './raw-parameters.ts'
import { jsonType, refuseErrors, refuseUnknownPaths } from './refuse.ts'
import { sendFile } from './send-file.ts'
import type { Services } from './services.ts'
import { addRoutes, byShape } from './shapes.ts'

interface Served extends Bound {
  write: Map<string, (envelope: Envelope) => string>
  /** Names of the ids in the path, in order. */
  pathNames: string[]
}

/**
 * The API v4: one route for each path of the contract, and one pipeline for all of them. A path that is not in the
 * contract cannot be served.
 */
export function apiRoutes(services: Services, admit: Admission) {
  return async (app: FastifyInstance): Promise<void> => {
    readBodies(app)
    refuseErrors(app, admit)
    refuseUnknownPaths(app, admit)
    const noteUse = useNoter(services)
    const shapes = byShape(
      bound.map((one) => ({ ...one, paths: one.operation.paths, write: serialisers(one.operation) })),
      ({ operation, handler, write }, pathNames): Served => ({ operation, handler, write, pathNames }),
    )
    await addRoutes(app, shapes, ({ operation }) => operation.body === 'binary', serve)

    async function serve(candidates: Served[], request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
      const { caller, gathered } = await admit(request, reply)
      const segments = Object.values(request.params as Record<string, string>)
      const served = choose(candidates, effectiveMethod(request, gathered), segments)
      noteOperation(reply, served.operation.id)
      const path = Object.fromEntries(served.pathNames.map((name, at) => [name, segments[at] as string]))
      const raw = { path, query: gathered.query, body: gathered.body }
      noteUse(served.operation, raw, reply)
      const file = served.operation.body === 'binary' ? fileBody(request, services.settings.maxUpload) : undefined
      const answer = await perform(services, served, caller, raw, file)
      if (served.operation.answer === 'binary') return sendFile(request, reply, answer as unknown as FileAnswer)
      const kind = answer.kind ?? (Object.keys(served.operation.kinds)[0] as string)
      const write = served.write.get(kind) as (envelope: Envelope) => string
      return reply
        .code(answer.status ?? 200)
        .type(jsonType)
        .send(write({ ...answer, kind, state: gathered.state }))
    }
  }
}

/** The verb that is meant: a client that can only GET names another in `method`. */
export function effectiveMethod(request: FastifyRequest, gathered: Gathered): string {
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
