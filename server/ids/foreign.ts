import { encodeDependencyId, encodeId } from './encode.ts'
import type { IdType } from './types.ts'

/**
 * Ids of other accounts are decoded to numbers that no row has, so that they take the same path, and the same time, as
 * ids of nothing at all. The last texts are remembered for the error that names the id.
 */
const remembered = 4096
const texts: string[] = new Array(remembered)
let next = 0
const base = -(2 ** 52)

/** A number for an id that is not of this account. */
export function foreignNumber(text: string): number {
  const slot = next
  next = (next + 1) % remembered
  texts[slot] = text
  return base - slot
}

/** The id as the caller sent it, for a message about it. */
export function idAsSent(accountId: number, type: Exclude<IdType, 'Dependency' | 'Account'>, number: number): string {
  return number <= base ? (texts[base - number] ?? '') : encodeId(type, accountId, number)
}

/** The same for a dependency: of another account both its numbers stand for the text. */
export const dependencyIdAsSent = (accountId: number, key: { predecessorId: number; successorId: number }): string =>
  key.predecessorId <= base
    ? (texts[base - key.predecessorId] ?? '')
    : encodeDependencyId(accountId, key.predecessorId, key.successorId)
