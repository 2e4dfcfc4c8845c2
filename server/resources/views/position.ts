import type { Caller } from '#access/caller.ts'
import { invalidParameter } from '#contract/errors.ts'
import { viewById } from './access.ts'
import { positionKey } from './queries.ts'

interface Beside {
  positionBefore?: number | undefined
  positionAfter?: number | undefined
}

/** Whether a request says where a view stands. */
export const isPlaced = ({ positionBefore, positionAfter }: Beside): boolean =>
  positionBefore !== undefined || positionAfter !== undefined

/**
 * The position that a request asks for, or behind all.
 *
 * @throws {Refused} `invalid_parameter` for two anchors, and as `viewById` does for an anchor.
 */
export async function positionOf(caller: Caller, { positionBefore, positionAfter }: Beside): Promise<string> {
  if (positionBefore !== undefined && positionAfter !== undefined)
    throw invalidParameter('Either positionBefore or positionAfter')
  const at = async (viewId: number | undefined) =>
    viewId === undefined ? undefined : (await viewById(caller, viewId)).position
  return positionKey(caller, { before: await at(positionBefore), after: await at(positionAfter) })
}
