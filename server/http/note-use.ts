import type { FastifyReply } from 'fastify'
import type { Deprecation } from '#contract/deprecation.ts'
import type { Operation } from '#contract/operation.ts'
import { deprecationHeaders } from '#releases/deprecation-headers.ts'
import { deprecationsOf, subjectsOf } from '#releases/subjects.ts'
import { callOf } from '#request-log/call.ts'
import { operationsInBatch } from '#resources/batch/operations-in-batch.ts'
import { bound } from '#resources/index.ts'
import type { RawParameters } from './parse.ts'
import type { Services } from './services.ts'

/**
 * Counts what of the contract a request uses, so that its developers can be told when it changes, and puts the headers of
 * what is deprecated into the answer; errors have them too.
 */
export type NoteUse = (operation: Operation, parameters: RawParameters, reply: FastifyReply) => void

/**
 * Makes that function.
 *
 * @param always what every request uses, as a version of the API that is deprecated as a whole.
 */
export function useNoter({ settings }: Services, always: ReadonlyMap<string, Deprecation> = new Map()): NoteUse {
  const subjects = new Map(bound.map(({ operation }) => [operation.id, subjectsOf(operation)]))
  const deprecations = new Map([...always, ...bound.flatMap(({ operation }) => [...deprecationsOf(operation)])])
  return (operation, parameters, reply) => {
    const used = [...always.keys(), ...(subjects.get(operation.id)?.(parameters) ?? [])]
    for (const inner of operationsInBatch(operation, parameters))
      used.push(...(subjects.get(inner.operation.id)?.(inner.parameters) ?? []))
    const uses = callOf(reply.raw)?.uses
    const deprecated = new Map<string, Deprecation>()
    for (const subject of used) {
      if (uses && !uses.includes(subject)) uses.push(subject)
      const deprecation = deprecations.get(subject)
      if (deprecation) deprecated.set(subject, deprecation)
    }
    if (deprecated.size > 0) reply.headers(deprecationHeaders(deprecated, settings.publicUrl))
  }
}
