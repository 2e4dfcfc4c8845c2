import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { FileAnswer } from '#contract/file.ts'
import type { Admission } from '#http/admission.ts'
import { readBodies } from '#http/bodies.ts'
import { fileBody } from '#http/file-body.ts'
import { useNoter } from '#http/note-use.ts'
import { type Performed, perform } from '#http/perform.ts'
import { unusableVerb } from '#http/raw-parameters.ts'
import { jsonType, refuseErrors, refuseUnknownPaths } from '#http/refuse.ts'
import { effectiveMethod } from '#http/routes.ts'
import { sendFile } from '#http/send-file.ts'
import type { Services } from '#http/services.ts'
import { addRoutes, byShape } from '#http/shapes.ts'
import { noteOperation } from '#request-log/call.ts'
import { checkParameters } from './check-parameters.ts'
import { v3Deprecation } from './deprecation.ts'
import { inOrderOf, joinRows } from './join.ts'
import { shaped } from './models.ts'
import { type V3Operation, v4Of } from './operation.ts'
import { operations } from './operations/index.ts'
import { outcomesOf } from './outcomes.ts'
import { type Run, runsOf } from './runs.ts'
import { taskPage } from './task-pages.ts'

interface Served {
  operation: V3Operation
  /** Names of the ids in the path, in order. */
  pathNames: string[]
}

/** The API v3: each path translated to calls of v4. */
export function v3Routes(services: Services, admit: Admission) {
  return async (app: FastifyInstance): Promise<void> => {
    readBodies(app)
    refuseErrors(app, admit)
    refuseUnknownPaths(app, admit)
    if (!services.settings.v3) return
    const noteUse = useNoter(services, new Map([['v3', v3Deprecation]]))
    const shapes = byShape(
      operations.map((operation) => ({ operation, paths: operation.paths })),
      ({ operation }, pathNames): Served => ({ operation, pathNames }),
    )
    await addRoutes(app, shapes, ({ operation }) => v4Of(operation).operation.body === 'binary', serve)

    async function serve(candidates: Served[], request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
      const { everywhere, gathered } = await admit(request, reply)
      const method = effectiveMethod(request, gathered)
      const served = candidates.find((one) => one.operation.method === method)
      if (!served) throw unusableVerb(method, [...new Set(candidates.map((one) => one.operation.method))].join(', '))
      const { operation } = served
      const v4 = v4Of(operation)
      noteOperation(reply, v4.operation.id)
      const segments = Object.values(request.params as Record<string, string>)
      const path = Object.fromEntries(served.pathNames.map((name, at) => [name, segments[at] as string]))
      const { query, body } = checkParameters(operation, gathered.query, gathered.body)
      noteUse(v4.operation, { path, query, body }, reply)
      const runs = await runsOf(operation, path, { ...query, ...body?.values }, await everywhere())
      const file = v4.operation.body === 'binary' ? fileBody(request, services.settings.maxUpload) : undefined
      const call = (run: Run, own = query) =>
        perform(services, v4, run.caller, { path: run.path, query: own, body: copied(body) }, file, 'v3')
      if (v4.operation.answer === 'binary') {
        const answer = await call(runs[0] as Run)
        return sendFile(request, reply, answer as unknown as FileAnswer)
      }
      const isTaskList = operation.v4 === 'queryTasks' && runs.length > 1
      const answer = isTaskList ? await taskPage(runs, query, call) : await together(operation, path, runs, call)
      const kind = answer.kind ?? (Object.keys(v4.operation.kinds)[0] as string)
      const shape = operation.model ?? {}
      const { nextPageToken, responseSize } = answer
      const data = (answer.data as unknown[]).map((row) => shaped(row, shape))
      return reply
        .type(jsonType)
        .send(JSON.stringify({ kind, data, nextPageToken, responseSize, state: gathered.state }))
    }
  }
}

/** A body is read for each account; reading may change it. */
const copied = <B>(body: B): B => (body === undefined ? body : structuredClone(body))

/** Runs all calls and puts their rows together. */
async function together(
  operation: V3Operation,
  path: Record<string, string>,
  runs: readonly Run[],
  call: (run: Run) => Promise<Performed>,
): Promise<Performed> {
  const [first] = runs as [Run]
  if (runs.length === 1) return call(first)
  const outcomes = await outcomesOf(runs, call, operation.accounts === 'all')
  const answers = outcomes.flatMap(({ answer }) => (answer ? [answer] : []))
  const kind = answers[0]?.kind ?? (Object.keys(v4Of(operation).operation.kinds)[0] as string)
  const joined = joinRows(
    kind,
    answers.map((answer) => answer.data as Record<string, unknown>[]),
  )
  const [name, text] = Object.entries(path).find(([one]) => one.endsWith('Ids')) ?? []
  const ids = text?.split(',')
  // An id that no account knows.
  const failed = outcomes.find(({ run, error }) => error && !joined.some((row) => row.id === run.path[name ?? '']))
  if (ids && failed && joined.length < new Set(ids).size) throw failed.error
  return { kind, data: ids ? inOrderOf(ids, joined) : joined } as Performed
}
