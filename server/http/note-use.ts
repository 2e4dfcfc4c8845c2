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
    const uses = callOf(reply.raw)?.uses
    if (!uses && deprecations.size === 0) return
    const used = uses ?? []
    const first = used.length
    used.push(...always.keys())
    subjects.get(operation.id)?.(parameters, used)
    const inner = operationsInBatch(operation, parameters)
    if (inner.length > 0) used.push(...usedInside(inner))
    let deprecated: Map<string, Deprecation> | undefined
    for (let at = first; at < used.length; at++) {
      const subject = used[at] as string
      const deprecation = deprecations.get(subject)
      if (!deprecation) continue
      deprecated ??= new Map()
      deprecated.set(subject, deprecation)
    }
    if (deprecated) reply.headers(deprecationHeaders(deprecated, settings.publicUrl))
  }

  /** Once, however many operations of a batch use it. */
  function usedInside(operations: ReturnType<typeof operationsInBatch>): Set<string> {
    const used: string[] = []
    for (const { operation, parameters } of operations) subjects.get(operation.id)?.(parameters, used)
    return new Set(used)
  }
}
