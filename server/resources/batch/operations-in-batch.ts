import type { Operation } from '#contract/operation.ts'
import type { RawParameters } from '#http/parse.ts'
import { createFolder } from '../folders/contract/index.ts'
import { createTask } from '../tasks/contract/index.ts'
import { createBatch } from './contract.ts'

const operations: Readonly<Record<string, Operation>> = { TaskCreation: createTask, FolderCreation: createFolder }

/** What a request of createBatch asks for, before it is read; nothing for any other operation. */
export function operationsInBatch(
  { id }: Operation,
  { query, body }: RawParameters,
): { operation: Operation; parameters: RawParameters }[] {
  if (id !== createBatch.id) return []
  return listed(body?.values.operations ?? query.operations).flatMap((one) => {
    const { type, parameters } = (one ?? {}) as { type?: unknown; parameters?: unknown }
    const operation = Object.hasOwn(operations, String(type)) ? operations[String(type)] : undefined
    if (!operation || parameters === null || typeof parameters !== 'object') return []
    const values = parameters as Record<string, unknown>
    return [{ operation, parameters: { path: {}, query: {}, body: { from: 'json', values } } }]
  })
}

/** From JSON, or JSON text in a form; what cannot be read is refused later. */
function listed(given: unknown): unknown[] {
  if (Array.isArray(given)) return given
  if (typeof given !== 'string') return []
  try {
    const read: unknown = JSON.parse(given)
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}
