import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '#contract/errors.ts'
import type { FileAnswer } from '#contract/file.ts'
import { etagOf, versionsWanted } from '#contract/versions.ts'
import { keyOf } from '#idempotency/key.ts'
import { once } from '#idempotency/once.ts'
import type { Outcome } from '#idempotency/store.ts'
import { noteOperation } from '#request-log/call.ts'
import { type Bound, bound } from '#resources/index.ts'
import type { Admission } from './admission.ts'
import { type Envelope, serialisers } from './answer.ts'
import { readBodies } from './bodies.ts'
import { changeStreamRoute } from './change-stream.ts'
import { fileBody } from './file-body.ts'
import { useNoter } from './note-use.ts'
import { type Performed, perform } from './perform.ts'
import { type Gathered, unusableVerb } from './raw-parameters.ts'
import { jsonType, refuseErrors, refuseUnknownPaths } from './refuse.ts'
import { sendFile } from './send-file.ts'
import type { Services } from './services.ts'
import { addRoutes, byShape } from './shapes.ts'

interface Served extends Bound {
  write: (kind: string) => (envelope: Envelope) => string
  /** Names of the ids in the path, in order. */
  pathNames: string[]
}

/**
 * The API v4: one route for each path of the contract, and one pipeline for all of them. A path that is not in the
 * contract cannot be served, but for the stream of changes, whose answer has no end.
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
    changeStreamRoute(app, services, admit, noteUse)

    async function serve(candidates: Served[], request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
      const { caller, gathered } = await admit(request, reply)
      const segments = Object.values(request.params as Record<string, string>)
      const served = choose(candidates, effectiveMethod(request, gathered), segments)
      noteOperation(reply, served.operation.id)
      const path = Object.fromEntries(served.pathNames.map((name, at) => [name, segments[at] as string]))
      const raw = { path, query: gathered.query, body: gathered.body }
      noteUse(served.operation, raw, reply)
      const file = served.operation.body === 'binary' ? fileBody(request, services.settings.maxUpload) : undefined
      const ifVersion = versionsWanted(request.headers['if-match'])
      const carryOut = () => perform(services, served, caller, raw, file, 'v4', ifVersion)
      if (served.operation.answer === 'binary')
        return sendFile(request, reply, (await carryOut()) as unknown as FileAnswer)
      const outcome = async () => written(served, await carryOut(), gathered.state)
      const key =
        served.operation.method === 'GET' ? undefined : keyOf(request, caller, served.operation.method, gathered)
      const {
        status,
        etag,
        text,
        isRepeated = false,
      } = key ? await once(services, caller, key, outcome) : { ...(await outcome()), isRepeated: false }
      if (etag) reply.header('etag', etag)
      if (isRepeated) reply.header('idempotency-replayed', 'true')
      return reply.code(status).type(jsonType).send(text)
    }
  }
}

/** An answer as it goes out. */
function written({ operation, write }: Served, answer: Performed, state: string | undefined): Outcome {
  const kind = answer.kind ?? (Object.keys(operation.kinds)[0] as string)
  // A list of one has no version.
  const isEntity = operation.method !== 'GET' || operation.paths.every((path) => path.endsWith('}'))
  return {
    status: answer.status ?? 200,
    etag: isEntity ? etagOf(answer.data) : undefined,
    text: write(kind)({ ...answer, kind, state }),
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
